import { describe, expect, it } from "vitest";
import { constantFactor, flatCosine, rangeTest, schedule, triStage, weightDecayRamp } from "../../src/index.ts";
import { messageOf } from "../issues.ts";
import { laws } from "../laws.ts";
import { expectNear } from "../near.ts";

const steps = Array.from({ length: 60 }, (_, i) => i / 2);
const near = (lr: (step: number) => number, formula: (t: number) => number) =>
  expectNear(
    steps,
    lr,
    steps.map((t) => ({ value: formula(t), scale: 1 })),
  );

describe("recipes of few stages", () => {
  it.each([
    [triStage({ warmup: "10%", hold: "40%", decay: "rest" }), { base: 0.07, steps: 60 }],
    [triStage({ warmup: 3, hold: "rest", decay: "10%" }), { base: 0.07, steps: 60 }],
    [triStage({ warmup: 3, hold: 0, decay: "2 epochs", from: 0, to: 1e-4 }), { base: 0.07, stepsPerEpoch: 11 }],
    [flatCosine(), { base: 0.07, steps: 50 }],
    [flatCosine({ flat: "3 epochs", over: "2 epochs", to: "0.1x" }), { base: 0.07, stepsPerEpoch: 7 }],
    [constantFactor({ factor: 1 / 3, over: "1.5 epochs" }), { base: 0.07, stepsPerEpoch: 10 }],
    [constantFactor({ factor: 0, over: 0 }), { base: 0.07 }],
    [rangeTest({ every: 7, rate: 0.3 }), {}],
    [rangeTest({ every: "1 epochs", from: "0.1x", staircase: true }), { base: 0.07, stepsPerEpoch: 9 }],
    [weightDecayRamp({ from: 0.04, to: 0.4, curve: "cosine" }), { steps: 40 }],
    [weightDecayRamp({ from: "1x", to: "3x", over: 20 }), { base: 0.01 }],
  ] as const)("obey the laws: %j in %j", laws);

  it("triStage climbs, holds, and falls by equal ratios", () => {
    const lr = schedule(triStage({ warmup: 4, hold: 6, decay: 8, from: 0.1, to: "0.05x" }), { base: 1 });
    near(lr, (t) => (t < 10 ? 0.1 + 0.9 * Math.min(t / 4, 1) : 0.05 ** Math.min((t - 10) / 8, 1)));
    expect(triStage({ warmup: 1, hold: 1, decay: 1 })).toEqual(
      triStage({ warmup: 1, hold: 1, decay: 1, from: "0.01x", to: "0.01x" }),
    );
    expect(messageOf(() => triStage({ warmup: "rest", hold: 1, decay: 1 }))).toContain("warmup: expected a time");
    expect(messageOf(() => triStage({ warmup: 1, hold: 1, decay: 1, to: 0 }))).toBe(
      'to: expected a level (0.01, "0.1x") above 0, received 0',
    );
  });

  it("flatCosine keeps the base rate, then falls", () => {
    const lr = schedule(flatCosine({ flat: 6, over: 10, to: 0.2 }), { base: 1 });
    near(lr, (t) => 0.2 + 0.4 * (1 + Math.cos(Math.PI * Math.min(Math.max(t - 6, 0) / 10, 1))));
    const all = schedule(flatCosine(), { base: 1, steps: 20 });
    near(all, (t) => 0.5 * (1 + Math.cos(Math.PI * Math.min(Math.max(t - 15, 0) / 5, 1))));
  });

  it("constantFactor is a factor, then the base rate", () => {
    const lr = schedule(constantFactor({ factor: 0.25, over: 5 }), { base: 2 });
    expect([0, 4.9, 5, 100].map(lr)).toEqual([0.5, 0.5, 2, 2]);
    expect(messageOf(() => constantFactor({ factor: -1, over: 5 }))).toContain("factor: expected a finite number");
  });

  it("rangeTest rises without end, on a line or in stairs", () => {
    const lr = schedule(rangeTest({ from: 0.1, every: 4, rate: 0.5 }));
    near(lr, (t) => 0.1 * (1 + (0.5 * t) / 4));
    near(schedule(rangeTest({ from: 0.1, every: 4, staircase: true })), (t) => 0.1 * (1 + Math.floor(t / 4)));
    expect(rangeTest({ every: 4 })).toMatchObject({ from: 0.001, rate: 1, power: 1, staircase: false });
    expect(messageOf(() => rangeTest({ every: 0 }))).toContain("every: expected a time");
  });

  it("weightDecayRamp goes from one value to another, for the whole run unless told otherwise", () => {
    const line = schedule(weightDecayRamp({ from: 0.1, to: 0.5, over: 10 }));
    near(line, (t) => 0.1 + 0.4 * Math.min(t / 10, 1));
    const wave = schedule(weightDecayRamp({ from: 0.1, to: 0.5, curve: "cosine" }), { steps: 20 });
    near(wave, (t) => 0.1 + 0.2 * (1 - Math.cos(Math.PI * Math.min(t / 20, 1))));
    expect(messageOf(() => weightDecayRamp({ from: 0, to: 1, curve: "constant" as never }))).toBe(
      'curve: expected one of linear, cosine, received "constant"',
    );
  });
});
