import { describe, expect, it } from "vitest";
import { exponential, schedule } from "../../src/index.ts";
import { issuesOf } from "../issues.ts";
import { laws } from "../laws.ts";
import { expectNear } from "../near.ts";

describe("exponential", () => {
  it.each([
    [exponential({ from: 0.1, factor: 0.5, every: 10 }), {}],
    [exponential({ from: 0.1, factor: 0.5, every: 10, staircase: true }), {}],
    [exponential({ from: "1x", factor: 0.97, every: "1 epoch", staircase: false }), { base: 0.3, stepsPerEpoch: 7 }],
    [exponential({ from: "1x", factor: 0.1, every: "1.1 epochs", staircase: true }), { base: 0.3, stepsPerEpoch: 10 }],
    [exponential({ from: 0.1, factor: 1, every: 3 }), {}],
    [exponential({ from: 0.1, factor: 0, every: 3, staircase: true }), {}],
    [exponential({ from: 0, factor: 0.5, every: 3 }), {}],
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
});
