import { describe, it } from "vitest";
import { type Plan, type Run, schedule } from "../../src/index.ts";
import { formula, javaScript, print } from "../../src/interop/index.ts";
import { expectNear } from "../near.ts";
import { runJavaScript } from "./run.ts";

/** Fails at the first step at which the printed formula is not what the plan says. */
function expectSame(plan: Plan, steps: readonly number[], run: Run = {}): void {
  const lr = schedule(plan, run);
  const printed = runJavaScript(print(formula(plan, run), javaScript));
  const values = steps.map(lr);
  const scale = Math.max(...values);
  expectNear(
    steps,
    printed,
    values.map((value) => ({ value, scale })),
  );
}

const first = (count: number) => Array.from({ length: count }, (_, i) => i);
const EVERY = [0.1, 0.3, 0.7, 1.1, 2.2, 1 / 3, 7.3, 333.3333333, 333.3333334, 1000.0000001];

describe("a printed formula finds the same turn as the schedule", () => {
  it.each(EVERY)("of every %d steps", (every) => {
    const steps = [...first(5000), ...first(300).map((i) => 1000 * i)];
    expectSame({ kind: "exponential", from: 1, factor: 0.999, every, staircase: true }, steps);
    expectSame({ kind: "powerLaw", from: 1, power: -1, every, staircase: true }, steps);
    expectSame({ kind: "polynomial", from: 1, to: 0.1, power: 2, over: every, cycle: true }, steps);
    expectSame({ kind: "cosineWave", from: 1, to: 0.1, over: every }, steps);
    const line: Plan = { kind: "linear", from: 1, to: 0.1, over: every };
    expectSame({ kind: "repeat", plan: line }, steps);
    expectSame({ kind: "repeat", plan: line, scale: 0.999 }, steps);
  });

  it.each(first(40))("of cycles that grow, %d", (seed) => {
    const [length, stretch] = [10 + 7.3 * seed, 1.05 + 0.07 * seed];
    const starts = first(300).map((i) => (length * (stretch ** i - 1)) / (stretch - 1));
    const near = starts
      .filter((start) => start < 1e6)
      .flatMap((start) => [-1, 0, 1, 2].map((by) => Math.floor(start) + by));
    const line: Plan = { kind: "linear", from: 1, to: 0.1, over: length };
    expectSame(
      { kind: "repeat", plan: line, stretch, scale: 0.9 },
      near.filter((step) => step >= 0),
    );
  });
});

describe("a printed formula keeps its digits", () => {
  const late = [...first(100), ...first(1000).map((i) => 1e6 - i)];
  const ends = { from: 1, to: 0, over: 1e6 } as const;
  it.each<[string, Plan]>([
    ["a root near its end", { kind: "polynomial", ...ends, power: 0.5, k: 2 }],
    ["a power of a cosine near its end", { kind: "cosine", ...ends, power: 0.5, k: 0.7 }],
    ["a ratio next to 1", { kind: "geometric", ...ends, ratio: 1 + 1e-9 }],
    ["a ratio of almost 1", { kind: "geometric", ...ends, ratio: 0.99 }],
    ["a ratio that is no number", { kind: "geometric", from: 1e-300, to: 1e10, over: 1e6 }],
    ["a wave after a million periods", { kind: "cosineWave", from: 1, to: 0.1, over: 0.7 }],
    ["a tangent beyond its end", { kind: "tanh", ...ends, lower: -800, upper: 800 }],
  ])("of %s", (_, plan) => expectSame(plan, late));

  it("where a clock begins a curve within a billionth of a step", () => {
    for (const kind of ["polynomial", "cosine"] as const) {
      const curve = { kind, from: 1, to: 0.1, over: 500, power: 1, k: 0.5 };
      const parts: Plan[] = [{ kind: "constant", value: 1, over: 1000 }, curve];
      expectSame({ kind: "clock", unit: "samples", plan: { kind: "sequence", parts } }, first(200), {
        samplesPerStep: 9.999999999,
      });
    }
  });

  it("where a factor would grow beyond all numbers", () => {
    const growing: Plan = { kind: "exponential", from: 1e-5, factor: 1.05, every: 1 };
    expectSame({ kind: "clamp", plan: growing, max: 0.1 }, late);
    expectSame({ kind: "clamp", plan: { ...growing, to: 0.5, from: 0.4 }, max: 0.1 }, late);
  });
});
