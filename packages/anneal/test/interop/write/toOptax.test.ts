import { describe, expect, it } from "vitest";
import {
  constant,
  cosine,
  custom,
  exponential,
  exponentialDecay,
  linear,
  multiStep,
  type Plan,
  polynomial,
  sequence,
  warmupCosine,
} from "../../../src/index.ts";
import { heldFor } from "../../../src/interop/index.ts";
import { toOptax } from "../../../src/interop/write/optax/index.ts";
import { issuesOf } from "../../issues.ts";

const RUN = { base: 0.1, steps: 100 };

describe("toOptax", () => {
  it.each<[string, Plan, string]>([
    ["a constant", constant({ value: "1x" }), "constant_schedule(value=0.1)"],
    [
      "scales",
      multiStep({ milestones: [30, 60] }),
      "piecewise_constant_schedule( init_value=0.1, boundaries_and_scales={30: 0.1, 60: 0.1} )",
    ],
    [
      "a line",
      linear({ from: 0, to: 1, over: 9 }),
      "linear_schedule(init_value=0.0, end_value=1.0, transition_steps=9)",
    ],
    [
      "a power",
      polynomial({ from: 1, to: 0, over: 9, power: 2 }),
      "polynomial_schedule( init_value=1.0, end_value=0.0, power=2, transition_steps=9 )",
    ],
    [
      "a cosine after a warm-up, counted from the start",
      warmupCosine({ warmup: 10, over: 90, to: 0.01 }),
      "warmup_cosine_decay_schedule( init_value=0.0, peak_value=0.1, warmup_steps=10, decay_steps=100, end_value=0.01 )",
    ],
    [
      "an exponential after a warm-up",
      sequence(linear({ from: 0, to: 1, over: 5 }), exponential({ from: 1, factor: 0.5, every: 9 })),
      "warmup_exponential_decay_schedule( init_value=0.0, peak_value=1.0, warmup_steps=5, transition_steps=9, decay_rate=0.5 )",
    ],
    [
      "stairs of a length that is divided by without loss",
      exponential({ from: 1, factor: 0.5, every: 16, staircase: true }),
      "exponential_decay( init_value=1.0, transition_steps=16, decay_rate=0.5, staircase=True )",
    ],
    [
      "levels for other stairs, which jit would move",
      exponential({ from: 1, factor: 0.5, every: 49, staircase: true }),
      "piecewise_constant_schedule( init_value=1, boundaries_and_scales={49: 0.5, 98: 0.5} )",
    ],
    [
      "an exponential with a floor",
      exponentialDecay({ every: 9, factor: 0.5, min: 0.01 }),
      "exponential_decay( init_value=0.1, transition_steps=9, decay_rate=0.5, end_value=0.01 )",
    ],
    [
      "several, each counted from its own beginning",
      sequence(
        linear({ from: 0, to: 1, over: 5 }),
        constant({ value: 1, over: 20 }),
        cosine({ from: 1, to: 0, over: 50 }),
      ),
      "schedules=[ optax.linear_schedule(init_value=0.0, end_value=1.0, transition_steps=25), optax.cosine_decay_schedule(init_value=1.0, decay_steps=50), ], boundaries=[25],",
    ],
  ])("has %s", (name, plan, words) => {
    const { code, exact } = toOptax(plan as never, RUN as never);
    const expected = name.startsWith("several") ? words.replace("transition_steps=25", "transition_steps=5") : words;
    expect(code.replaceAll(/\s+/g, " ")).toContain(expected);
    expect(exact).toBe(true);
  });

  it.each<[string, Plan]>([
    ["levels that come back from 0", { kind: "piecewise", from: 0.1, at: [5, 9], to: [0, 0.1] }],
    ["a root, whose end jit would round", polynomial({ from: 1, to: 0, over: 50, power: 0.5 })],
    ["a factor of 0, which optax takes for 1", exponential({ from: 1, factor: 0, every: 5 })],
    ["a cosine from 0", cosine({ from: 0, to: 1, over: 50 })],
  ])("has a function of its own, or several schedules, for %s", (_, plan) => {
    const { code } = toOptax(plan as never, RUN as never);
    expect(code).not.toMatch(/piecewise_constant|polynomial_schedule|exponential_decay|cosine_decay/);
    expect(code).toMatch(/def learning_rate\(step\)|join_schedules/);
  });

  it("counts cycles by the one operator that jit does not round", () => {
    const plan: Plan = { kind: "polynomial", from: 1, to: 0, over: 91, power: 2, cycle: true };
    expect(toOptax(plan as never, RUN as never).code).toContain("length = 91 * jnp.maximum(-(-step // 91), 1)");
  });

  it("says that float32 loses nothing much where restarts of epochs are held for their updates", () => {
    const epochs = { kind: "repeat", plan: cosine({ from: 0.1, to: 1e-4, over: 5 }), stretch: 2 } as const;
    const functions = { ofEpoch: heldFor(epochs, {}, 7) };
    const { exact, notes } = toOptax(custom({ name: "ofEpoch" }), { steps: 245 }, { functions });
    expect([exact, notes]).toEqual([true, [expect.stringContaining("unless jax_enable_x64")]]);
  });

  it("says in which precision it computes, and which functions it needs", () => {
    const { exact, notes } = toOptax({ kind: "custom", name: "mine" }, { steps: 9 }, { functions: { mine: () => 1 } });
    expect(exact).toBe(false);
    expect(notes).toEqual(['needs the function functions["mine"](t, args)', expect.stringContaining("float32")]);
    expect(issuesOf(() => toOptax(constant({ value: 1 }), {}, { name: "optax" }))[0]?.path).toBe("options.name");
  });
});
