import { describe, expect, it } from "vitest";
import { multiStep, schedule } from "../../src/index.ts";
import { laws } from "../laws.ts";
import { isNear } from "../near.ts";

describe("multiStep", () => {
  it.each([
    [multiStep({ milestones: [30, 60, 90] }), { base: 0.01 }],
    [multiStep({ milestones: ["30 epochs", "60.5 epochs"], factor: 0.3 }), { base: 0.07, stepsPerEpoch: 250 }],
    [multiStep({ milestones: [], factor: 0.5 }), { base: 1 }],
    [multiStep({ milestones: [0, 1], factor: 2 }), { base: 1 }],
    [multiStep({ milestones: [5], factor: 0 }), { base: 1 }],
  ])("obeys the laws: %j in %j", laws);

  it("multiplies at each milestone, which is the first step at the lower rate", () => {
    const lr = schedule(multiStep({ milestones: [30, 60, 90] }), { base: 0.01 });
    expect([0, 29, 30, 59, 60, 89, 90, 1e6].map(lr)).toEqual([0.01, 0.01, 0.001, 0.001, 1e-4, 1e-4, 1e-5, 1e-5]);
  });

  it("says what people write: no digit of rounding after any number of milestones", () => {
    const milestones = Array.from({ length: 15 }, (_, i) => i + 1);
    const lr = schedule(multiStep({ milestones }), { base: 0.7 });
    for (const n of milestones) expect(lr(n)).toBe(Number(`0.7e-${n}`));
  });

  it("stays within the bar for any factor", () => {
    const milestones = Array.from({ length: 40 }, (_, i) => i + 1);
    for (const factor of [0.3, 0.97, 1 / 3, 1.07, Math.E / 10]) {
      const lr = schedule(multiStep({ milestones, factor }), { base: 0.123456789 });
      for (const n of milestones) expect(isNear(lr(n), { value: 0.123456789 * factor ** n })).toBe(true);
    }
  });

  it.each([
    [{}, 30],
    [{ first: 1 }, 29],
    [{ inclusive: false }, 31],
    [{ first: 1, inclusive: false }, 30],
    [{ first: 0, inclusive: true }, 30],
  ] as const)("counts as %j says: the milestone 30 acts at %s", (options, drop) => {
    const lr = schedule(multiStep({ milestones: [30, 60], ...options }), { base: 1 });
    expect([drop - 1, drop, drop + 29, drop + 30].map(lr)).toEqual([1, 0.1, 0.1, 0.01]);
    laws(multiStep({ milestones: ["30%", "1.5 epochs"], ...options }), { base: 1, stepsPerEpoch: 40, steps: 100 });
  });

  it("is one plain plan unless it counts in another way", () => {
    expect(multiStep({ milestones: [3], first: 1, inclusive: false })).toEqual(multiStep({ milestones: [3] }));
    expect(multiStep({ milestones: [3] })).toEqual({ kind: "piecewise", from: "1x", at: [3], to: ["0.1x"] });
  });
});
