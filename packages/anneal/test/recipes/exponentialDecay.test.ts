import { describe, expect, it } from "vitest";
import { exponentialDecay, schedule } from "../../src/index.ts";
import { messageOf } from "../issues.ts";
import { laws } from "../laws.ts";

describe("exponentialDecay", () => {
  it.each([
    [exponentialDecay({ every: 10, factor: 0.9 }), { base: 0.3 }],
    [
      exponentialDecay({ every: "1 epoch", factor: 0.5, begin: "2 epochs", from: 0.2, min: "0.1x" }),
      { base: 0.3, stepsPerEpoch: 6 },
    ],
    [exponentialDecay({ every: 3, factor: 1.2, max: 1, staircase: true }), { base: 0.3 }],
  ] as const)("obeys the laws: %j in %j", laws);

  it("multiplies from its beginning on", () => {
    const lr = schedule(exponentialDecay({ every: 2, factor: 0.25, begin: 3 }), { base: 8 });
    expect([0, 2, 3, 4, 5, 7].map(lr)).toEqual([8, 8, 8, 4, 2, 0.5]);
    expect([0, 1, 2].map(schedule(exponentialDecay({ every: 2, factor: 0.25, from: 16 })))).toEqual([16, 8, 4]);
  });

  it("in stairs if asked", () => {
    const lr = schedule(exponentialDecay({ every: 2, factor: 0.25, begin: 3, from: 8, staircase: true }));
    expect([3, 4, 4.9, 5, 6, 7].map(lr)).toEqual([8, 8, 8, 2, 2, 0.5]);
  });

  it("stays between its limits", () => {
    const floor = schedule(exponentialDecay({ every: 1, factor: 0.5, min: "0.25x" }), { base: 8 });
    expect([0, 1, 2, 3, 99].map(floor)).toEqual([8, 4, 2, 2, 2]);
    const ceiling = schedule(exponentialDecay({ every: 1, factor: 2, max: 20, from: 4 }));
    expect([0, 1, 2, 3, 99].map(ceiling)).toEqual([4, 8, 16, 20, 20]);
    const plan = exponentialDecay({ every: 1, factor: 0.5 });
    expect(plan).toMatchObject({ kind: "clamp", min: 0 });
    expect("max" in plan).toBe(false);
  });

  it.each<[object, string]>([
    [{ every: 0 }, 'every: expected a time (5, "5 epochs", "5%", "5 tokens") above 0, received 0'],
    [{ factor: undefined }, "factor: expected a finite number from 0, received undefined"],
    [{ begin: -1 }, 'begin: expected a time (5, "5 epochs", "5%", "5 tokens") from 0, received -1'],
    [{ from: "last" }, 'from: expected a level (0.01, "0.1x") from 0, received "last"'],
    [{ min: "1" }, 'min: expected a level (0.01, "0.1x") from 0, received "1"'],
    [{ max: -1 }, 'max: expected a level (0.01, "0.1x") from 0, received -1'],
    [{ staircase: "yes" }, 'staircase: expected one of true, false, received "yes"'],
  ])("refuses %j", (options, message) => {
    expect(messageOf(() => exponentialDecay({ every: 1, factor: 0.5, ...options } as never))).toBe(message);
  });
});
