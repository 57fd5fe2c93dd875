import { describe, expect, it } from "vitest";
import { logarithmic, schedule } from "../../src/index.ts";
import { laws } from "../laws.ts";
import { expectNear } from "../near.ts";
import { pathsOf, refusesBadFields } from "./badFields.ts";

describe("logarithmic", () => {
  it.each([
    [logarithmic({ from: 0, to: 0.1, over: 100 }), {}],
    [logarithmic({ from: "1x", to: "0.1x", over: "7 epochs", inclusive: true }), { base: 0.07, stepsPerEpoch: 13 }],
    [logarithmic({ from: 0.001, to: "1x", over: "rest" }), { base: 0.1, steps: 250 }],
    [logarithmic({ from: 0, to: 0.1, over: 0.25 }), {}],
    [logarithmic({ from: 0.1, to: 0, over: 0 }), {}],
    [logarithmic({ from: 0, to: 0.1, over: 100, every: 7.5 }), {}],
    [logarithmic({ from: 0, to: 0.1, over: "10%", every: "2 epochs" }), { steps: 900, stepsPerEpoch: 9 }],
    [logarithmic({ from: 0.1, to: 0.2, over: 100, every: 1e-320 }), {}],
    [logarithmic({ from: 0.1, to: 0.2, over: 1e-30, every: 1e300 }), {}],
  ])("obeys the laws: %j in %j", laws);

  it("is DeepSpeed's WarmupLR, whose warmup_num_steps is one more", () => {
    const lr = schedule(logarithmic({ from: 0, to: 1, over: 3 }));
    expect([0, 1, 3, 4].map(lr)).toEqual([0, 0.5, 1, 1]);
    expect(lr(2)).toBeCloseTo(0.7924812504, 10);
    const inclusive = schedule(logarithmic({ from: 0, to: 1, over: 4, inclusive: true }));
    expect([0, 1, 2, 3].map(inclusive)).toEqual([0, 1, 2, 3].map(lr));
  });

  it("is its formula", () => {
    const steps = Array.from({ length: 1000 }, (_, i) => i * 997.5);
    const lr = schedule(logarithmic({ from: 0.001, to: 0.1, over: 1e6 }));
    const value = (t: number) => 0.001 + (0.099 * Math.log(1 + t)) / Math.log(1 + 1e6);
    expectNear(
      steps,
      lr,
      steps.map((t) => ({ value: value(t), scale: 0.1 })),
    );
  });

  it("is the same curve, as many times as long as what it counts in", () => {
    const steps = Array.from({ length: 300 }, (_, i) => i * 7);
    const short = schedule(logarithmic({ from: 0.001, to: 0.1, over: 200 }));
    const long = schedule(logarithmic({ from: 0.001, to: 0.1, over: 2000, every: 10 }));
    expectNear(
      steps,
      long,
      steps.map((t) => ({ value: short(t / 10), scale: 0.1 })),
    );
  });

  it("loses no digit where it has hardly begun", () => {
    const lr = schedule(logarithmic({ from: 0, to: 1, over: 1 }));
    expectNear([1e-9], lr, [{ value: (1e-9 - 1e-18 / 2) / Math.LN2, scale: 0 }]);
  });

  it("refuses what is wrong in its fields", () => {
    const plan = logarithmic({ from: 1, to: 0, over: 4 });
    refusesBadFields(plan);
    expect(pathsOf({ ...plan, from: -1, to: -1, over: -1 })).toEqual(["from", "to", "over"]);
    expect(pathsOf({ ...plan, over: "rest" }, {})).toEqual(["over"]);
    expect(pathsOf({ ...plan, from: "last" })).toEqual(["from"]);
  });
});
