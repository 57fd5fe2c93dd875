import { describe, expect, it } from "vitest";
import { exponential, schedule } from "../../src/index.ts";
import { issuesOf } from "../issues.ts";
import { laws } from "../laws.ts";
import { expectNear } from "../near.ts";
import { pathsOf, refusesBadFields } from "./badFields.ts";

describe("exponential", () => {
  it.each([
    [exponential({ from: 0.1, factor: 0.5, every: 10 }), {}],
    [exponential({ from: 0.1, factor: 0.5, every: 10, staircase: true }), {}],
    [exponential({ from: "1x", factor: 0.97, every: "1 epoch", staircase: false }), { base: 0.3, stepsPerEpoch: 7 }],
    [exponential({ from: "1x", factor: 0.1, every: "1.1 epochs", staircase: true }), { base: 0.3, stepsPerEpoch: 10 }],
    [exponential({ from: 0.1, factor: 1, every: 3 }), {}],
    [exponential({ from: 0.1, factor: 0, every: 3, staircase: true }), {}],
    [exponential({ from: 0, factor: 0.5, every: 3 }), {}],
    [exponential({ from: 0.1, to: 0.7, factor: 0.5, every: 3 }), {}],
    [
      exponential({ from: "1x", to: "0.1x", factor: 0.9, every: "1 epoch", staircase: true }),
      { base: 0.3, stepsPerEpoch: 7 },
    ],
    [exponential({ from: 0.7, to: 0.1, factor: 1.05, every: 30 }), {}],
    [exponential({ from: 0, to: 0.7, factor: 0, every: 3 }), {}],
  ])("obeys the laws: %j in %j", laws);

  it("multiplies smoothly", () => {
    const lr = schedule(exponential({ from: 1, factor: 0.25, every: 4 }));
    expect([0, 2, 4, 8].map(lr)).toEqual([1, 0.5, 0.25, 0.0625]);
    expectNear(
      [1, 3],
      lr,
      [Math.SQRT1_2, Math.SQRT1_2 / 2].map((value) => ({ value })),
    );
  });

  it("or in stairs, each beginning exactly at its multiple", () => {
    const lr = schedule(exponential({ from: 1, factor: 0.5, every: 3, staircase: true }));
    expect([0, 1, 2, 3, 5, 5.999, 6, 9].map(lr)).toEqual([1, 1, 1, 0.5, 0.5, 0.5, 0.25, 0.125]);
  });

  it("is on no stair late through rounding", () => {
    // 0.1 * 3 is 0.30000000000000004, and 0.3 / 0.1 is 2.9999999999999996.
    const lr = schedule(exponential({ from: 1, factor: 0.5, every: 0.1, staircase: true }));
    for (let stair = 0; stair < 200; stair++) {
      expect(lr(stair / 10), `step ${stair / 10}`).toBe(0.5 ** stair);
      expect(lr(stair / 10 + 0.05)).toBe(0.5 ** stair);
    }
  });

  it("is what it tends to at infinity", () => {
    for (const staircase of [false, true]) {
      const ends = [0.5, 1, 2].map((factor) =>
        schedule(exponential({ from: 0.1, factor, every: 3, staircase }))(1 / 0),
      );
      expect(ends).toEqual([0, 0.1, Number.MAX_VALUE]);
      expect(schedule(exponential({ from: 0.1, factor: 1, every: 5e-324, staircase }))(7)).toBe(0.1);
    }
  });

  it("stays zero when it grows from zero", () => {
    const lr = schedule(exponential({ from: 0, factor: 2, every: 1 }));
    expect([0, 10, 1023, 1024, 5000, 1e6].map(lr)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it.each([
    ["factor", { factor: -0.1 }],
    ["factor", { factor: Number.NaN }],
    ["every", { every: 0 }],
    ["every", { every: -1 }],
    ["every", { every: "rest" }],
    ["staircase", { staircase: "yes" }],
  ])("refuses a wrong %s: %j", (path, wrong) => {
    const plan = { ...exponential({ from: 0.1, factor: 0.5, every: 10 }), ...wrong } as never;
    expect(issuesOf(() => schedule(plan)).map((issue) => issue.path)).toEqual([path]);
  });

  it("is pytorch_warmup's ExponentialWarmup when it goes to 1", () => {
    const tau = 20;
    const plan = exponential({ from: 1 - Math.exp(-1 / tau), to: 1, factor: Math.exp(-1 / tau), every: 1 });
    const steps = Array.from({ length: 200 }, (_, t) => t);
    expectNear(
      steps,
      schedule(plan),
      steps.map((t) => ({ value: 1 - Math.exp(-(t + 1) / tau), scale: 1 })),
    );
  });

  it("begins exactly at its level, also where to + (from - to) is not from, and goes to the other", () => {
    const [from, to] = [0.1, 0.7];
    expect(to + (from - to)).not.toBe(from);
    for (const staircase of [false, true]) {
      const lr = schedule(exponential({ from, to, factor: 0.5, every: 3, staircase }));
      expect([lr(0), lr(3), lr(1e5), lr(1 / 0)]).toEqual([from, 0.7 - 0.6 / 2, to, to]);
      expect(schedule(exponential({ from, to, factor: 1, every: 3, staircase }))(7)).toBe(from);
    }
  });

  it("may grow away from a level below it, and from one above it until it is 0", () => {
    const lr = schedule(exponential({ from: 0.3, to: 0.1, factor: 2, every: 1 }));
    expectNear(
      [0, 1, 2, 3],
      lr,
      [0.3, 0.5, 0.9, 1.7].map((value) => ({ value })),
    );
    expect([lr(5000), lr(1 / 0)]).toEqual([Number.MAX_VALUE, Number.MAX_VALUE]);
    const falling = schedule(exponential({ from: 0.5, to: "1x", factor: 2, every: 1 }), { base: 0.625 });
    expect([0, 1, 2, 3, 5000].map(falling)).toEqual([0.5, 0.375, 0.125, 0, 0]);
  });

  it("refuses what is not of its fields' types", () => {
    refusesBadFields(exponential({ from: 0.1, factor: 0.5, every: 10 }));
    expect(pathsOf({ ...exponential({ from: 0.1, factor: 0.5, every: 10 }), to: "last" })).toEqual(["to"]);
  });
});
