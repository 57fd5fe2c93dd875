import { describe, expect, it } from "vitest";
import { constant, schedule, sequence, tanh } from "../../src/index.ts";
import { laws } from "../laws.ts";
import { expectNear } from "../near.ts";
import { pathsOf, refusesBadFields } from "./badFields.ts";

describe("tanh", () => {
  it.each([
    [tanh({ from: 0.1, to: 0, over: 100 }), {}],
    [tanh({ from: "1x", to: "0.1x", over: "7 epochs", inclusive: true }), { base: 0.07, stepsPerEpoch: 13 }],
    [tanh({ from: 0, to: 0.1, over: "rest", lower: -3, upper: 3 }), { steps: 250 }],
    [tanh({ from: 0.1, to: 0, over: 20, lower: 2, upper: -2 }), {}],
    [tanh({ from: 0.1, to: 0, over: 0 }), {}],
  ])("obeys the laws: %j in %j", laws);

  it("is timm's TanhLRScheduler after its warm-up", () => {
    const golden = [0.9993470347, 0.98201379, 0.6607563688, 0.06496916913, 0];
    const lr = schedule(tanh({ from: 1, to: 0, over: 6 }));
    golden.forEach((value, i) => {
      expect(lr(i + 2)).toBeCloseTo(value, 9);
    });
  });

  it("is its formula, in either half and either direction", () => {
    const steps = Array.from({ length: 400 }, (_, i) => i / 4);
    for (const [lower, upper] of [
      [-7, 3],
      [-1, 1],
      [5, -2],
      [0, 0],
    ] as const) {
      const lr = schedule(tanh({ from: 0.1, to: 0.02, over: 100, lower, upper }));
      const value = (t: number) => 0.02 + (0.08 * (1 - Math.tanh(lower * (1 - t / 100) + upper * (t / 100)))) / 2;
      const expected = steps.map((t) => ({ value: value(t), scale: 0.1 }));
      expectNear(steps, lr, expected);
    }
  });

  it("comes down to the smallest rates without losing a digit", () => {
    const lr = schedule(tanh({ from: 1, to: 0, over: 10, lower: 0, upper: 300 }));
    expectNear([9], lr, [{ value: Math.exp(-540), scale: 0 }]);
    const up = schedule(tanh({ from: 0, to: 1, over: 10, lower: -300, upper: 0 }));
    expectNear([1], up, [{ value: Math.exp(-540), scale: 0 }]);
  });

  it("is at to in the end, and before that still on its way, where it may be cut", () => {
    const plan = tanh({ from: 1, to: 0, over: 10, lower: -1, upper: 1 });
    const after = (until?: number) =>
      schedule(sequence(until ? { plan, until } : plan, constant({ value: "last" })))(10);
    expect(schedule(plan)(10)).toBe(0);
    expect(after()).toBe(0);
    expect(after(9)).toBeCloseTo((1 - Math.tanh(0.8)) / 2, 12);
  });

  it("stays finite with the largest arguments there are", () => {
    const [low, high] = [-Number.MAX_VALUE, Number.MAX_VALUE];
    const lr = schedule(tanh({ from: 1, to: 0.5, over: 4, lower: low, upper: high }));
    expect([0, 1, 3, 4].map(lr)).toEqual([1, 1, 0.5, 0.5]);
    const back = schedule(tanh({ from: 1, to: 0.5, over: 4, lower: high, upper: low }));
    expect([0, 1, 3, 4].map(back)).toEqual([0.5, 0.5, 1, 0.5]);
  });

  it("refuses what is wrong in its fields", () => {
    const plan = tanh({ from: 1, to: 0, over: 4 });
    refusesBadFields(plan);
    expect(pathsOf({ ...plan, from: -1, to: -1, over: -1 })).toEqual(["from", "to", "over"]);
    expect(pathsOf({ ...plan, lower: -7.5, upper: "3" })).toEqual(["upper"]);
    expect(pathsOf({ ...plan, inclusive: "yes" })).toEqual(["inclusive"]);
  });
});
