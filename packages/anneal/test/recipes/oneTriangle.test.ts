import { describe, expect, it } from "vitest";
import { oneTriangle, schedule } from "../../src/index.ts";
import { messageOf } from "../issues.ts";
import { laws } from "../laws.ts";
import { expectNear } from "../near.ts";

describe("oneTriangle", () => {
  it.each([
    [oneTriangle({ from: 0.1, to: 1, up: 8 }), {}],
    [
      oneTriangle({ from: "0.1x", to: "1x", up: "2 epochs", down: "25%", rate: 2, every: "1 epochs" }),
      { base: 0.3, steps: 80, stepsPerEpoch: 9 },
    ],
    [oneTriangle({ from: 0.1, to: 1, up: 8, down: 5, stairs: 3, rate: 0.5 }), {}],
    [oneTriangle({ from: 0.95, to: 0.85, up: 4, stairsDown: 7, rate: 0.01, power: 1 }), {}],
  ] as const)("obeys the laws: %j in %j", laws);

  it("goes up, down, and then on as the inverse of time", () => {
    const lr = schedule(oneTriangle({ from: 0.1, to: 1, up: 4, down: 6, rate: 0.5, every: 5 }));
    const steps = Array.from({ length: 60 }, (_, i) => i / 2);
    const formula = (t: number) => {
      if (t < 10) return 0.1 + 0.9 * (t < 4 ? t / 4 : (10 - t) / 6);
      return 0.1 / (1 + (0.5 * (t - 10)) / 5);
    };
    expectNear(
      steps,
      lr,
      steps.map((t) => ({ value: formula(t), scale: 1 })),
    );
  });

  it("goes down as it came, and stays at its foot, unless told otherwise", () => {
    const lr = schedule(oneTriangle({ from: 0, to: 1, up: 4 }));
    expect([0, 2, 4, 6, 8, 99].map(lr)).toEqual([0, 0.5, 1, 0.5, 0, 0]);
  });

  it("grows with a power of 1", () => {
    const momentum = schedule(oneTriangle({ from: 0.9, to: 0.8, up: 2, rate: 0.1, every: 10, power: 1 }));
    expectNear(
      [2, 4, 14],
      momentum,
      [0.8, 0.9, 0.99].map((value) => ({ value })),
    );
  });

  it("ends its stairs at the levels themselves", () => {
    for (const [from, to] of [
      [0, 0.1],
      [0.1, 0],
      [0.3, 0.7],
    ] as const) {
      for (const stairs of [1, 3, 7, 49]) {
        const lr = schedule(oneTriangle({ from, to, up: 49, stairs }));
        expect([from, to, stairs, lr(0), lr(49), lr(98)]).toEqual([from, to, stairs, from, to, from]);
      }
    }
  });

  it("may go up or down at once, with stairs too", () => {
    const lr = schedule(oneTriangle({ from: 0.1, to: 1, up: 0, down: 4, stairs: 2 }));
    expect([0, 1, 4].map(lr)).toEqual([1, 0.55, 0.1]);
    expect([3, 4].map(schedule(oneTriangle({ from: 0.1, to: 1, up: 4, down: 0, stairs: 2 })))).toEqual([0.55, 0.1]);
  });

  it("rounds down to stairs: so much of the way up, and of what is left of the way down", () => {
    for (const [up, down, n, m] of [
      [7, 7, 3, 3],
      [6, 9, 3, 3],
      [10, 4, 1, 9],
      [5, 11, 8, 2],
    ] as const) {
      const lr = schedule(oneTriangle({ from: 1, to: 2, up, down, stairs: n, stairsDown: m }));
      for (let t = 0; t < up + down + 3; t++) {
        const left = Math.max(up + down - t, 0);
        const share = t <= up ? Math.floor((t * n) / up) / n : Math.floor((left * m) / down) / m;
        expect([up, down, n, m, t, lr(t)]).toEqual([up, down, n, m, t, expect.closeTo(1 + share, 12)]);
      }
    }
  });

  it("has as many stairs down as up, or none of them", () => {
    const both = oneTriangle({ from: 1, to: 2, up: 6, stairs: 2 });
    expect(both).toEqual(oneTriangle({ from: 1, to: 2, up: 6, down: 6, stairs: 2, stairsDown: 2 }));
    const smooth = schedule(oneTriangle({ from: 1, to: 2, up: 4, stairs: 2, stairsDown: 0 }));
    expect([1, 2, 3, 4, 5, 6].map(smooth)).toEqual([1, 1.5, 1.5, 2, 1.75, 1.5]);
  });

  it.each<[object, string]>([
    [{ stairs: 2, up: "1 epochs" }, "stairs: expected 0 for levels and times with units, received 2"],
    [{ stairs: 2, from: "0.1x" }, "stairs: expected 0 for levels and times with units, received 2"],
    [{ stairs: 2, to: "1x" }, "stairs: expected 0 for levels and times with units, received 2"],
    [{ stairsDown: 3, down: "5%" }, "stairs: expected 0 for levels and times with units, received 3"],
    [{ stairs: 1e9 }, "stairs: expected a whole number from 0 below 100000, received 1000000000"],
    [{ stairs: 1.5 }, "stairs: expected a whole number from 0 below 100000, received 1.5"],
    [{ every: 0 }, 'every: expected a time (5, "5 epochs", "5%", "5 tokens") above 0, received 0'],
    [{ from: undefined }, 'from: expected a level (0.01, "0.1x") from 0, received undefined'],
  ])("refuses %j", (wrong, message) => {
    expect(messageOf(() => oneTriangle({ from: 0.1, to: 1, up: 8, ...wrong } as never))).toBe(message);
  });
});
