import { describe, expect, it } from "vitest";
import { constant, powerLaw, schedule, sequence } from "../../src/index.ts";
import { laws } from "../laws.ts";
import { expectNear } from "../near.ts";
import { pathsOf, refusesBadFields } from "./badFields.ts";

const steps = Array.from({ length: 200 }, (_, t) => t);

describe("powerLaw", () => {
  it.each([
    [powerLaw({ from: 0.1, every: 100, power: -0.5 }), {}],
    [
      powerLaw({ from: "1x", rate: 0.3, every: "1.1 epochs", power: -1, staircase: true }),
      { base: 0.3, stepsPerEpoch: 10 },
    ],
    [powerLaw({ from: 0.01, every: 2, power: 1 }), {}],
    [powerLaw({ from: 0.01, every: "1%", power: 0, rate: 5 }), { steps: 1000 }],
    [powerLaw({ from: 0.01, every: 3, power: -2, rate: 0 }), {}],
    [powerLaw({ from: 0, every: 3, power: 5 }), {}],
  ])("obeys the laws: %j in %j", laws);

  it("is the inverse square root of fairseq and of Megatron, from the end of their warm-up on", () => {
    const four = schedule(powerLaw({ from: 1, every: 4, power: -0.5 }));
    [1, 0.89442719, 0.81649658, 0.75592895, Math.SQRT1_2].forEach((value, t) => {
      expect(four(t)).toBeCloseTo(value, 8);
    });
    const three = schedule(powerLaw({ from: 1, every: 3, power: -0.5 }));
    [1, 0.8660254038, 0.7745966692, Math.SQRT1_2, 0.6546536707, 0.6123724357, 0.5773502692].forEach((value, t) => {
      expect(three(t)).toBeCloseTo(value, 10);
    });
  });

  it("is exact where a square root is", () => {
    const lr = schedule(powerLaw({ from: 0.3, rate: 3, every: 1, power: -0.5 }));
    for (const t of [0, 1, 5, 8, 16, 21, 1e6, 123_456]) expect(lr(t)).toBe(0.3 / Math.sqrt(1 + 3 * t));
  });

  it("is DeepSpeed's LRRangeTest, smooth and in stairs", () => {
    const fields = { from: 0.01, every: 2, power: 1 };
    expectNear(
      [0, 1, 2, 3, 4],
      schedule(powerLaw(fields)),
      [0.01, 0.015, 0.02, 0.025, 0.03].map((value) => ({ value })),
    );
    const stairs = schedule(powerLaw({ ...fields, staircase: true }));
    expect([0, 1, 2, 3, 4, 5.99, 6].map(stairs)).toEqual([0.01, 0.01, 0.02, 0.02, 0.03, 0.03, 0.04]);
  });

  it("is Keras's InverseTimeDecay", () => {
    const lr = schedule(powerLaw({ from: 0.1, rate: 0.5, every: 20, power: -1 }));
    expectNear(
      steps,
      lr,
      steps.map((t) => ({ value: 0.1 / (1 + (0.5 * t) / 20) })),
    );
    const stairs = schedule(powerLaw({ from: 0.1, rate: 0.5, every: 20, power: -1, staircase: true }));
    expectNear(
      steps,
      stairs,
      steps.map((t) => ({ value: 0.1 / (1 + 0.5 * Math.floor(t / 20)) })),
    );
  });

  it("is any power", () => {
    for (const power of [-3, -1.7, -0.5, 0, 0.25, 2, 3.1]) {
      const lr = schedule(powerLaw({ from: 0.1, rate: 3, every: 7, power }));
      expectNear(
        steps,
        lr,
        steps.map((t) => ({ value: 0.1 * (1 + (3 * t) / 7) ** power })),
      );
    }
  });

  it("is on no stair late through rounding", () => {
    const lr = schedule(powerLaw({ from: 1, every: 0.1, power: 1, staircase: true }));
    for (let stair = 0; stair < 200; stair++) {
      expect(lr(stair / 10), `step ${stair / 10}`).toBe(stair + 1);
      expect(lr(stair / 10 + 0.05)).toBe(stair + 1);
    }
  });

  it("leaves what a stair held when it is cut", () => {
    const plan = powerLaw({ from: 1, every: 3, power: 1, staircase: true });
    const after = (until: number) => schedule(sequence({ plan, until }, constant({ value: "last" })))(99);
    expect([3, 3.5, 6, 9].map(after)).toEqual([1, 2, 2, 3]);
  });

  it("grows to the largest number there is, and what is nothing stays nothing", () => {
    const largest = Number.MAX_VALUE;
    expect([1e200, largest, 1 / 0].map(schedule(powerLaw({ from: 1, every: 1, power: 2 })))).toEqual([
      largest,
      largest,
      largest,
    ]);
    expect([0, 1, 1e300].map(schedule(powerLaw({ from: 1, every: 5e-324, power: -0.5 })))).toEqual([1, 0, 0]);
    expect([0, 1, 1 / 0].map(schedule(powerLaw({ from: 1, every: 5e-324, power: -3, rate: 0 })))).toEqual([1, 1, 1]);
    expect([0, 1, 1 / 0].map(schedule(powerLaw({ from: 0, every: 5e-324, power: 3 })))).toEqual([0, 0, 0]);
  });

  it("refuses what is wrong in its fields", () => {
    const plan = powerLaw({ from: 1, every: 4, power: -1 });
    refusesBadFields(plan);
    expect(pathsOf({ ...plan, from: -1, rate: -0.1, every: 0 })).toEqual(["from", "rate", "every"]);
    expect(pathsOf({ ...plan, every: "rest" })).toEqual(["every"]);
    expect(pathsOf({ ...plan, power: "-1" })).toEqual(["power"]);
    expect(pathsOf({ ...plan, staircase: 1 })).toEqual(["staircase"]);
    expect(pathsOf({ ...plan, from: "last" })).toEqual(["from"]);
  });
});
