import { describe, expect, it } from "vitest";
import {
  constant,
  cosine,
  linear,
  type Plan,
  polynomial,
  repeat,
  restarts,
  schedule,
  step,
  sum,
  warmupCosine,
} from "../../../src/index.ts";
import { formula } from "../../../src/interop/index.ts";
import { inFloat32 } from "../../../src/interop/write/float32/inFloat32.ts";
import { toKeras } from "../../../src/interop/write/keras/index.ts";
import { issuesOf } from "../../issues.ts";

const RUN = { base: 0.1, steps: 100 };

/** The one call that the code is. */
function callOf(plan: Plan, run: object = RUN): string {
  return toKeras(plan as never, run as never)
    .code.replaceAll(/\s+/g, " ")
    .trim();
}

describe("toKeras", () => {
  it.each<[string, Plan, string]>([
    ["a number", { kind: "constant", value: "1x" }, "learning_rate = 0.1"],
    [
      "boundaries that are the last step of the old value",
      { kind: "piecewise", from: "1x", at: [30.5, 60], to: ["0.1x", 0.001] },
      "PiecewiseConstantDecay( boundaries=[30, 59], values=[0.1, 0.01, 1e-3] )",
    ],
    [
      "a line",
      linear({ from: 1, to: 0, over: 50 }),
      "PolynomialDecay( initial_learning_rate=1.0, decay_steps=50, end_learning_rate=0.0 )",
    ],
    [
      "a cosine after a warm-up",
      warmupCosine({ warmup: 10, over: 90, to: "0.01x" }),
      "CosineDecay( initial_learning_rate=0.0, decay_steps=90, alpha=0.01, warmup_target=0.1, warmup_steps=10, )",
    ],
    [
      "stairs of a length that is divided by without loss",
      step({ every: 8, factor: 0.5 }),
      "ExponentialDecay( initial_learning_rate=0.1, decay_steps=8, decay_rate=0.5, staircase=True )",
    ],
    [
      "levels for other stairs, which XLA would move",
      step({ every: 41, factor: 0.5 }),
      "PiecewiseConstantDecay( boundaries=[40, 81], values=[0.1, 0.05, 0.025] )",
    ],
    [
      "an inverse of time",
      { kind: "powerLaw", from: "1x", rate: 0.5, every: 8, power: -1 },
      "InverseTimeDecay( initial_learning_rate=0.1, decay_steps=8, decay_rate=0.5 )",
    ],
    [
      "cycles of a length that float32 divides by without loss",
      sum(constant({ value: 0.001 }), repeat({ plan: cosine({ from: 0.099, to: 0, over: 16 }), scale: 0.5 })),
      "CosineDecayRestarts( initial_learning_rate=0.1, first_decay_steps=16, t_mul=1.0, m_mul=0.5, alpha=0.01 )",
    ],
  ])("has %s", (_, plan, call) => {
    expect(callOf(plan)).toContain(call);
    expect(toKeras(plan as never, RUN as never).exact).toBe(true);
  });

  it("has a class that can be saved for what Keras has no name for", () => {
    const { code, exact } = toKeras(repeat({ plan: linear({ from: 1, to: 0, over: 10 }) }), RUN, { name: "rate" });
    expect(code).toContain("@keras.saving.register_keras_serializable()\nclass LearningRate(");
    expect(code).toMatch(/\n\n\nrate = LearningRate\(\)\n$/);
    expect(exact).toBe(true);
  });

  it("does not take a line that begins elsewhere, or a part of one, for Keras's own", () => {
    const cut: Plan = {
      kind: "sequence",
      parts: [{ plan: linear({ from: 1, to: 0, over: 50 }), until: 20 }, cosine({ from: 1, to: 0, over: 5 })],
    };
    expect(callOf(cut)).toContain("class LearningRate");
    expect(callOf({ kind: "shift", plan: linear({ from: 1, to: 0, over: 50 }), by: 5 })).toContain(
      "class LearningRate",
    );
  });

  it("says how much float32 loses, and that this is not exact", () => {
    const root = polynomial({ from: 1, to: 0, over: 3e5, power: 0.5 });
    const { exact, notes } = toKeras(root, { base: 1, steps: 3e5 });
    expect(exact).toBe(false);
    expect(notes.at(-1)).toMatch(/^float32 is off by up to .* of the value$/);
    const cycles = repeat({ plan: cosine({ from: 1, to: 0, over: 175 }), stretch: 1.7 });
    expect(toKeras(cycles, { base: 1, steps: 2500 }).exact).toBe(false);
  });

  it("refuses names that the code uses", () => {
    for (const name of ["keras", "ops", "LearningRate", "rate_at"]) {
      const plan = repeat({ plan: linear({ from: 1, to: 0, over: 10 }) });
      expect(issuesOf(() => toKeras(plan, RUN, { name }))[0]?.path).toBe("options.name");
    }
  });
});

describe("inFloat32", () => {
  it("is the schedule with the digits of float32", () => {
    const plan = restarts({ plan: cosine({ from: 0.3, to: 0.01, over: 7 }), growth: 1.5, factor: 0.8 });
    const rounded = inFloat32(formula(plan, {}).expression);
    const lr = schedule(plan);
    const off = [1, 2, 5, 9, 20, 40].map((step) => Math.abs(rounded(step) / lr(step) - 1));
    expect(Math.max(...off)).toBeLessThan(1e-5);
    expect(Math.max(...off)).toBeGreaterThan(1e-9);
    expect(rounded(3)).toBe(Math.fround(rounded(3)));
  });

  it("reads tables", () => {
    const at = Array.from({ length: 20 }, (_, i) => 10 * (i + 1));
    const plan: Plan = { kind: "piecewise", from: 1, at, to: at.map((_, i) => 1 / (i + 2)) };
    const rounded = inFloat32(formula(plan, {}).expression);
    expect([0, 9, 10, 199, 200].map(rounded)).toEqual([1, 1, 0.5, 1 / 20, 1 / 21].map(Math.fround));
  });
});
