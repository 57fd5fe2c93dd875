import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { constant, linear, schedule, sequence } from "../../src/index.ts";
import { runs } from "../arbitrary/runs.ts";
import { laws } from "../laws.ts";
import { expectNear } from "../near.ts";
import { pathsOf, refusesBadFields } from "./badFields.ts";

describe("linear", () => {
  it.each([
    [linear({ from: 0, to: 1, over: 10 }), {}],
    [linear({ from: "1x", to: "0.01x", over: "5 epochs" }), { base: 0.3, stepsPerEpoch: 7 }],
    [linear({ from: 0.001, to: "1x", over: "rest" }), { base: 0.01, steps: 1000 }],
    [linear({ from: 0.7, to: 0.7, over: 3.5 }), {}],
    [linear({ from: 5e-324, to: 1e300, over: 1e6 }), {}],
    [linear({ from: 1, to: 0, over: 0 }), {}],
    [linear({ from: 1, to: 0, over: 9, inclusive: true }), {}],
    [linear({ from: 1, to: 0, over: 0.5, inclusive: true }), {}],
    [linear({ from: "1x", to: 0, over: "rest", inclusive: true }), { base: 0.1, steps: 30 }],
    [linear({ from: "1x", to: 0, over: "3 epochs", inclusive: false }), { base: 0.1, stepsPerEpoch: 7 }],
  ])("obeys the laws: %j in %j", laws);

  it("is a straight line", () => {
    const lr = schedule(linear({ from: 0, to: 1, over: 8 }));
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(lr)).toEqual([0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1, 1]);
    expect(lr(2.5)).toBe(0.3125);
  });

  it("is at its end from the start when it takes no time", () => {
    expect([-1, 0, 1].map(schedule(linear({ from: 1, to: 0.25, over: 0 })))).toEqual([0.25, 0.25, 0.25]);
  });

  it("has exact ends and stays between them, whatever the levels and however long", () => {
    const rate = fc.double({ min: 0, max: 1e3, noNaN: true });
    const law = (from: number, to: number, over: number, share: number) => {
      const lr = schedule(linear({ from, to, over }));
      expect([lr(0), lr(over)]).toEqual([from, to]);
      const inside = lr(Math.floor(share * over));
      expect(inside).toBeGreaterThanOrEqual(Math.min(from, to));
      expect(inside).toBeLessThanOrEqual(Math.max(from, to));
    };
    const over = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(fc.property(rate, rate, over, fc.double({ min: 0, max: 1, noNaN: true }), law), { numRuns: runs(1000) });
  });

  it("loses no digit next to a level that is far below the other", () => {
    const lr = schedule(linear({ from: 1, to: 0, over: 1_000_000 }));
    expect([lr(999_999), lr(999_998), lr(500_001)]).toEqual([1e-6, 2e-6, 0.499999]);
  });

  it("is inclusive, as MMEngine's warm-up, when the last of its steps is already at its end", () => {
    const plan = linear({ from: 0.1, to: 1, over: 4, inclusive: true });
    expectNear(
      [0, 1, 2, 3, 4],
      schedule(plan),
      [0.1, 0.4, 0.7, 1, 1].map((value) => ({ value })),
    );
    const lr = schedule(sequence(plan, constant({ value: "last", over: 5 })));
    expect([3, 7, 8, 99].map(lr)).toEqual([1, 1, 1, 1]);
    const rest = linear({ from: 0, to: 1, over: "rest", inclusive: true });
    expect([0, 2, 4, 5].map(schedule(rest, { steps: 5 }))).toEqual([0, 0.5, 1, 1]);
    const inside = sequence(constant({ value: 9, over: 1 }), rest, constant({ value: 7, over: 1 }));
    expect([0, 1, 3, 5, 6].map(schedule(inside, { steps: 7 }))).toEqual([9, 0, 0.5, 1, 7]);
  });

  it("takes no time when it includes the only step that it has, and not less", () => {
    const none = linear({ from: 1, to: 0.25, over: 0.5, inclusive: true });
    const held = (value: number) => constant({ value, over: 3 });
    expect([2.75, 3, 5.75, 6].map(schedule(sequence(held(8), none, held(9))))).toEqual([8, 9, 9, 9]);
    expect([2.75, 3].map(schedule(sequence(held(8), none, constant({ value: "last" }))))).toEqual([8, 0.25]);
  });

  it.each([0, 0.5, 1])("is at its end from the start when %d steps include it", (over) => {
    const lr = schedule(linear({ from: 1, to: 0.25, over, inclusive: true }));
    expect([-1, 0, 0.1, 2].map(lr)).toEqual([0.25, 0.25, 0.25, 0.25]);
  });

  it("refuses what is wrong in its fields", () => {
    const plan = linear({ from: 1, to: 0, over: 4 });
    refusesBadFields(plan);
    expect(pathsOf({ ...plan, from: -1, to: -5e-324, over: -1 })).toEqual(["from", "to", "over"]);
    expect(pathsOf({ ...plan, from: "last", over: "rest" }, {})).toEqual(["from", "over"]);
    expect(pathsOf({ ...plan, inclusive: 1 })).toEqual(["inclusive"]);
  });
});
