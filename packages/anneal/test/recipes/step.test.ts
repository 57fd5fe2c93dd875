import { describe, expect, it } from "vitest";
import { schedule, step } from "../../src/index.ts";
import { laws } from "../laws.ts";

describe("step", () => {
  it.each([
    [step({ every: 30 }), { base: 0.1 }],
    [step({ every: "3 epochs", factor: 0.5 }), { base: 0.1, stepsPerEpoch: 40 }],
    [step({ every: 0.5, factor: 0.9 }), { base: 0.1 }],
    [step({ every: 1, factor: 0 }), { base: 0.1 }],
  ])("obeys the laws: %j in %j", laws);

  it("multiplies at every multiple, without end", () => {
    const lr = schedule(step({ every: 30, factor: 0.5 }), { base: 1 });
    expect([0, 29, 30, 59, 60, 300].map(lr)).toEqual([1, 1, 0.5, 0.5, 0.25, 2 ** -10]);
  });

  it("has a tenth as its factor", () => {
    expect(step({ every: 30 })).toEqual({ kind: "exponential", from: "1x", factor: 0.1, every: 30, staircase: true });
  });
});
