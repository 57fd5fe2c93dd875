import { describe, expect, it } from "vitest";
import { inverseTime, schedule } from "../../src/index.ts";
import { messageOf } from "../issues.ts";
import { laws } from "../laws.ts";

describe("inverseTime", () => {
  it.each([
    [inverseTime({ every: 10 }), { base: 0.3 }],
    [inverseTime({ every: "1 epoch", rate: 0.3, staircase: true }), { base: 0.3, stepsPerEpoch: 6 }],
  ] as const)("obeys the laws: %j in %j", laws);

  it("divides the base rate", () => {
    expect([0, 4, 12].map(schedule(inverseTime({ every: 4 }), { base: 1 }))).toEqual([1, 0.5, 0.25]);
    expect([0, 2, 12].map(schedule(inverseTime({ every: 4, rate: 2 }), { base: 1 }))).toEqual([1, 0.5, 1 / 7]);
    const stairs = schedule(inverseTime({ every: 4, staircase: true }), { base: 1 });
    expect([3, 4, 7, 12].map(stairs)).toEqual([1, 0.5, 0.5, 0.25]);
  });

  it.each<[object, string]>([
    [{ every: 0 }, 'every: expected a time (5, "5 epochs", "5%", "5 tokens") above 0, received 0'],
    [{ every: 1, rate: -1 }, "rate: expected a finite number from 0, received -1"],
    [{ every: 1, staircase: 1 }, "staircase: expected one of true, false, received 1"],
  ])("refuses %j", (options, message) => {
    expect(messageOf(() => inverseTime(options as never))).toBe(message);
  });
});
