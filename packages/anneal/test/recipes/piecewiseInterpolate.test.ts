import { describe, expect, it } from "vitest";
import { cosine, piecewiseInterpolate, schedule, sequence } from "../../src/index.ts";
import { messageOf } from "../issues.ts";
import { laws } from "../laws.ts";

describe("piecewiseInterpolate", () => {
  it.each([
    [piecewiseInterpolate({ from: 0, at: [10, 20, 20, 35.5], to: [1, 0.5, 0.1, 0] }), {}],
    [
      piecewiseInterpolate({ from: "0.1x", at: ["10%", "2 epochs"], to: ["1x", 0], curve: "cosine" }),
      { base: 0.3, steps: 100, stepsPerEpoch: 11 },
    ],
    [piecewiseInterpolate({ from: 0.3, at: [], to: [] }), {}],
    [piecewiseInterpolate({ from: 0.3, at: [0, 5], to: [0.1, 1] }), {}],
  ] as const)("obeys the laws: %j in %j", laws);

  it("goes through its knots on lines, and jumps where two are at one time", () => {
    const lr = schedule(piecewiseInterpolate({ from: 2, at: [4, 8, 8], to: [4, 0, 10] }));
    expect([0, 2, 4, 5, 7, 8, 100].map(lr)).toEqual([2, 3, 4, 3, 1, 10, 10]);
  });

  it("or on half cosines", () => {
    const lr = schedule(piecewiseInterpolate({ from: 2, at: [4, 8], to: [4, 0], curve: "cosine" }));
    const [up, down] = [cosine({ from: 2, to: 4, over: 4 }), cosine({ from: 4, to: 0, over: 4 })].map((plan) =>
      schedule(plan),
    );
    for (const t of [0, 1, 2.5, 3.75, 4]) expect(lr(t)).toBe(up?.(t));
    for (const t of [0, 1, 2.5, 3.75, 4, 100]) expect(lr(4 + t)).toBe(down?.(t));
  });

  it("goes on from where another part of a sequence ended", () => {
    const after = piecewiseInterpolate({ from: "last", at: [2, 4], to: [1, 0] });
    const lr = schedule(sequence({ plan: piecewiseInterpolate({ from: 0, at: [10], to: [10] }), until: 5 }, after));
    expect([4, 5, 6, 7, 8, 9].map(lr)).toEqual([4, 5, 3, 1, 0.5, 0]);
  });

  it.each<[object, string]>([
    [{ at: [5, 3] }, "at[1]: expected at least at[0] (5), received 3"],
    [{ at: ["5%", "3%"] }, 'at[1]: expected at least at[0] (5%), received "3%"'],
    [{ to: [1] }, "to: expected a list of 2 entries, received a list of 1"],
    [{ at: [1, "rest"] }, 'at[1]: expected a time (5, "5 epochs", "5%", "5 tokens") from 0, received "rest"'],
    [{ to: [1, "last"] }, 'to[1]: expected a level (0.01, "0.1x") from 0, received "last"'],
    [{ from: -1 }, 'from: expected a level (0.01, "0.1x") from 0, received -1'],
    [{ curve: "exponential" }, 'curve: expected one of linear, cosine, received "exponential"'],
  ])("refuses %j", (options, message) => {
    const knots = { from: 0, at: [1, 2], to: [1, 0], ...options };
    expect(messageOf(() => piecewiseInterpolate(knots as never))).toBe(message);
  });

  it("finds knots of several units out of order when the plan is built", () => {
    const plan = piecewiseInterpolate({ from: 0, at: ["5 epochs", 3], to: [1, 0] });
    expect(messageOf(() => schedule(plan, { stepsPerEpoch: 1 }))).toContain("parts[2]");
  });
});
