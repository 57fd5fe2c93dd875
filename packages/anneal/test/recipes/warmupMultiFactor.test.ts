import { describe, expect, it } from "vitest";
import { format, schedule, type WarmupStrategy, warmupMultiFactor } from "../../src/index.ts";
import { laws } from "../laws.ts";
import { expectNear } from "../near.ts";

const STRATEGIES = ["linear", "constant", "exponential", "cosine"] as const;

/** The article's words as formulas. */
const CLIMB: Readonly<Record<WarmupStrategy, (share: number, l: number, b: number) => number>> = {
  linear: (share, l, b) => l + (b - l) * share,
  constant: (_, l) => l,
  exponential: (share, l, b) => l * (b / l) ** share,
  cosine: (share, l, b) => l + ((b - l) * (1 - Math.cos(Math.PI * share))) / 2,
};

describe("warmupMultiFactor", () => {
  it.each(
    STRATEGIES.flatMap((strategy) => [
      [warmupMultiFactor({ milestones: [30, 60, 90], warmup: 5, strategy }), { base: 0.01 }] as const,
      [warmupMultiFactor({ milestones: [7.25], warmup: 2.5, from: 0.3, strategy }), { base: 0.01 }] as const,
      [warmupMultiFactor({ milestones: [0, 1], warmup: 0, strategy }), { base: 0.5 }] as const,
      [
        warmupMultiFactor({ milestones: ["6 epochs", "50%"], warmup: "1.5 epochs", from: "0.01x", strategy }),
        { base: 0.07, stepsPerEpoch: 10, steps: 1000 },
      ] as const,
    ]),
  )("obeys the laws: %j in %j", laws);

  it.each(STRATEGIES)("climbs by the formula of %s, then steps down from the base", (strategy) => {
    const [l, b, W] = [0.002, 0.05, 7.5];
    const plan = warmupMultiFactor({ milestones: [7.5, 20, 33.25], warmup: W, from: l, factor: 0.3, strategy });
    const steps = Array.from({ length: 400 }, (_, i) => i / 8);
    const formula = steps.map((t) => {
      const passed = [7.5, 20, 33.25].filter((milestone) => milestone <= t).length;
      return { value: t < W ? CLIMB[strategy](t / W, l, b) : b * 0.3 ** passed, scale: b };
    });
    expectNear(steps, schedule(plan, { base: b }), formula);
  });

  it("begins at 0.001 and climbs on a line unless told otherwise", () => {
    const lr = schedule(warmupMultiFactor({ milestones: [30], warmup: 4 }), { base: 0.009 });
    expect([0, 1, 2, 3, 4, 30].map(lr).map(format)).toEqual(["0.001", "0.003", "0.005", "0.007", "0.009", "0.0009"]);
  });

  it("counts milestones from the start of training", () => {
    const lr = schedule(warmupMultiFactor({ milestones: [10], warmup: 8, from: 0 }), { base: 1 });
    expect([8, 9, 10, 18].map(lr)).toEqual([1, 1, 0.1, 0.1]);
  });
});
