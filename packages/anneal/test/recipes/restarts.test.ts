import { describe, expect, it } from "vitest";
import { cosine, linear, type Plan, polynomial, restarts, schedule, sequence, tanh } from "../../src/index.ts";
import { messageOf } from "../issues.ts";
import { laws } from "../laws.ts";
import { expectNear } from "../near.ts";

const steps = Array.from({ length: 700 }, (_, i) => i / 4);

/** Cycle by cycle: lengths and levels as the recipe words them. */
function reference(lengths: readonly number[], factor: number, toFactor: number, from: number, to: number) {
  return (t: number): number => {
    let start = 0;
    for (const [i, length] of lengths.entries()) {
      const share = (t - start) / length;
      const [high, low] = [from * factor ** i, to * toFactor ** i];
      if (t < start + length) return low + ((high - low) * (1 + Math.cos(Math.PI * share))) / 2;
      start += length;
    }
    return to * toFactor ** (lengths.length - 1);
  };
}

const near = (plan: Plan, formula: (t: number) => number, base = 1) =>
  expectNear(
    steps,
    schedule(plan, { base }),
    steps.map((t) => ({ value: formula(t), scale: base })),
  );

describe("restarts", () => {
  const plan = cosine({ from: "1x", to: 0.02, over: 10 });

  it.each([
    [restarts({ plan }), { base: 0.3 }],
    [restarts({ plan, growth: 2, factor: 0.5 }), { base: 0.3 }],
    [restarts({ plan, growth: 1.3, factor: 0.5, toFactor: 0.5 }), { base: 0.3 }],
    [restarts({ plan, growth: 1.5, cycles: 4, whole: true, factor: 0.7, toFactor: 0.9 }), { base: 0.3 }],
    [
      restarts({ plan: polynomial({ from: "1x", to: 0, over: "2.5 epochs", power: 2 }), growth: 1.5, cycles: 3 }),
      { base: 0.3, stepsPerEpoch: 7 },
    ],
    [
      restarts({ plan: linear({ from: 0, to: "1x", over: "10%", inclusive: true }), cycles: 3 }),
      { base: 0.3, steps: 200 },
    ],
    [restarts({ plan: tanh({ from: "1x", to: "0.1x", over: 12 }), growth: 0.5, cycles: 3 }), { base: 0.3 }],
  ])("obeys the laws: %j in %j", laws);

  it("repeats one cycle without end", () => {
    near(restarts({ plan }), (t) => 0.02 + (0.98 * (1 + Math.cos((Math.PI * (t % 10)) / 10))) / 2);
    expect(restarts({ plan }).kind).toBe("repeat");
  });

  it("grows, and lowers each peak above a floor that stays", () => {
    const lengths = Array.from({ length: 8 }, (_, i) => 10 * 2 ** i);
    near(restarts({ plan, growth: 2, factor: 0.5 }), reference(lengths, 0.5, 1, 1, 0.02));
    near(restarts({ plan, growth: 2, factor: 0.5, cycles: 3 }), reference(lengths.slice(0, 3), 0.5, 1, 1, 0.02));
  });

  it("lowers peak and floor together, in one piece", () => {
    const lengths = Array.from({ length: 5 }, (_, i) => 10 * 3 ** i);
    const both = restarts({ plan, growth: 3, factor: 0.4, toFactor: 0.4 });
    near(both, reference(lengths, 0.4, 0.4, 1, 0.02));
    expect(both.kind).toBe("repeat");
    expect(restarts({ plan: cosine({ from: "1x", to: 0, over: 10 }), factor: 0.4 }).kind).toBe("repeat");
    expect(restarts({ plan, factor: 0.4 }).kind).toBe("sum");
  });

  it("rounds each length down from the one before", () => {
    const whole = restarts({ plan: cosine({ from: "1x", to: 0.02, over: 7 }), growth: 1.5, whole: true, cycles: 5 });
    near(whole, reference([7, 10, 15, 22, 33], 1, 1, 1, 0.02));
    const broken = restarts({ plan: cosine({ from: "1x", to: 0.02, over: 7 }), growth: 1.5, cycles: 5 });
    near(broken, reference([7, 10.5, 15.75, 23.625, 35.4375], 1, 1, 1, 0.02));
    const epochs = restarts({
      plan: linear({ from: 1, to: 0, over: "3.5 epochs" }),
      growth: 1.5,
      whole: true,
      cycles: 2,
    });
    expect([29, 30, 69, 70].map(schedule(epochs, { stepsPerEpoch: 10 }))).toEqual([1 / 30, 1, 1 / 40, 0]);
  });

  it("may get shorter when the cycles are counted", () => {
    near(restarts({ plan, growth: 0.5, cycles: 3 }), reference([10, 5, 2.5], 1, 1, 1, 0.02));
  });

  it("reaches the level in the last step of each cycle when inclusive", () => {
    const saw = linear({ from: 3, to: 0, over: 4, inclusive: true });
    const expected = [3, 2, 1, 0, 3, 2, 1, 0];
    expect(expected.map((_, t) => schedule(restarts({ plan: saw }))(t))).toEqual(expected);
    expect(expected.map((_, t) => schedule(restarts({ plan: saw, cycles: 2 }))(t))).toEqual(expected);
  });

  it("ends where another part of a sequence begins", () => {
    const lr = schedule(sequence(restarts({ plan, cycles: 2 }), linear({ from: "last", to: 1, over: 2 })), { base: 1 });
    expect([10, 20, 21, 22].map(lr)).toEqual([1, 0.02, 0.51, 1]);
  });

  it("begins each cycle where it is due, for as long as one likes", () => {
    const lr = schedule(restarts({ plan: cosine({ from: 1, to: 0, over: 10 }), growth: 3 }));
    for (let i = 1, begin = 10; i < 12; begin += 10 * 3 ** i, i++) {
      expect(lr(begin)).toBe(1);
      expect(lr(begin - 1)).toBeLessThan(0.1);
    }
  });

  it.each<[object, string]>([
    [{ growth: 0 }, "growth: expected a finite number above 0, received 0"],
    [{ factor: -1 }, "factor: expected a finite number from 0, received -1"],
    [{ toFactor: "1" }, 'toFactor: expected a finite number from 0, received "1"'],
    [{ cycles: 0 }, "cycles: expected a whole number above 0 below 10000, received 0"],
    [{ cycles: 2.5 }, "cycles: expected a whole number above 0 below 10000, received 2.5"],
    [{ cycles: 10_000 }, "cycles: expected a whole number above 0 below 10000, received 10000"],
    [{ whole: true }, "cycles: expected a number with whole, received undefined"],
    [{ whole: 1 }, "whole: expected one of true, false, received 1"],
    [{ plan: undefined }, "plan: expected a plan, received undefined"],
    [{ plan: { ...plan, over: "rest" } }, 'plan.over: expected an amount above 0, received "rest"'],
    [{ plan: { ...plan, over: 0 } }, "plan.over: expected an amount above 0, received 0"],
    [{ plan: { ...plan, from: "last" } }, 'plan.from: expected an amount, received "last"'],
    [{ plan: { ...plan, to: "last" } }, 'plan.to: expected an amount, received "last"'],
    [{ plan: { kind: "sequence", parts: [] } }, "plan.over: expected an amount above 0, received undefined"],
  ])("refuses %j", (options, message) => {
    expect(messageOf(() => restarts({ plan, ...options } as never))).toBe(message);
  });

  it("refuses shrinking cycles without end", () => {
    const message = "cycles: expected a number with growth below 1, received undefined";
    expect(messageOf(() => restarts({ plan, growth: 0.5 }))).toBe(message);
    expect(schedule(restarts({ plan, growth: 0.5, cycles: 2 }), { base: 1 })(15)).toBe(0.02);
  });
});
