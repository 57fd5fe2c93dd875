import { describe, expect, it } from "vitest";
import { polynomial, schedule } from "../../src/index.ts";
import { issuesOf } from "../issues.ts";
import { laws } from "../laws.ts";
import { expectNear } from "../near.ts";

describe("polynomial", () => {
  it.each([
    [polynomial({ from: 0.1, to: 0, over: 100, power: 2 }), {}],
    [polynomial({ from: 0.1, to: 0.3, over: 33, power: 0.5 }), {}],
    [polynomial({ from: "1x", to: "0.1x", over: "20 epochs", power: 0.9 }), { base: 0.01, stepsPerEpoch: 13 }],
    [polynomial({ from: 0.7, to: 1e-9, over: "rest", power: 7 }), { steps: 500 }],
    [polynomial({ from: 0.1, to: 0, over: 0, power: 1 }), {}],
  ])("obeys the laws: %j in %j", laws);

  it("is a power of what remains", () => {
    const lr = schedule(polynomial({ from: 1, to: 0, over: 4, power: 2 }));
    expect([0, 1, 2, 3, 4, 5].map(lr)).toEqual([1, 0.5625, 0.25, 0.0625, 0, 0]);
    const root = schedule(polynomial({ from: 0, to: 2, over: 4, power: 0.5 }));
    expectNear(
      [0, 1, 3, 4],
      root,
      [0, 2 - Math.sqrt(3), 1, 2].map((value) => ({ value })),
    );
  });

  it("with power 1 is a line", () => {
    const lr = schedule(polynomial({ from: 1, to: 0, over: 8, power: 1 }));
    expect([1, 2, 5, 7].map(lr)).toEqual([0.875, 0.75, 0.375, 0.125]);
  });

  it("has exact ends where to + (from - to) is not from", () => {
    const [from, to] = [0.1, 0.7];
    expect(to + (from - to)).not.toBe(from);
    expect(schedule(polynomial({ from, to, over: 9, power: 3 }))(0)).toBe(from);
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, "2"])("refuses the power %s", (power) => {
    const [issue, ...more] = issuesOf(() => schedule(polynomial({ from: 1, to: 0, over: 4, power: power as number })));
    expect(issue).toMatchObject({ path: "power", expected: "a finite number above 0" });
    expect(more).toEqual([]);
  });
});
