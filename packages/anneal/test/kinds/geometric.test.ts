import { describe, expect, it } from "vitest";
import { geometric, linear, schedule, sequence } from "../../src/index.ts";
import { issuesOf, messageOf } from "../issues.ts";
import { laws } from "../laws.ts";
import { expectNear } from "../near.ts";
import { pathsOf, refusesBadFields } from "./badFields.ts";

describe("geometric", () => {
  it.each([
    [geometric({ from: 1e-4, to: 0.01, over: 4 }), {}],
    [geometric({ from: "1x", to: "0.001x", over: "10%" }), { base: 0.3, steps: 777 }],
    [geometric({ from: 1e-7, to: 10, over: "rest" }), { steps: 100 }],
    [geometric({ from: 0.3, to: 0.3, over: 12 }), {}],
    [geometric({ from: 0.3, to: 0.1, over: 0 }), {}],
    [geometric({ from: 1e-300, to: 1e300, over: 10 }), {}],
    [geometric({ from: 0.1, to: 0.001, over: 20, inclusive: true }), {}],
    [geometric({ from: "1x", to: 0, over: "2 epochs", ratio: 0.5 }), { base: 0.1, stepsPerEpoch: 13 }],
    [geometric({ from: 0, to: 0.7, over: 40, ratio: 1e-3 }), {}],
    [geometric({ from: 0.3, to: 0.1, over: 33.25, ratio: 20, inclusive: true }), {}],
  ])("obeys the laws: %j in %j", laws);

  it("goes by equal ratios", () => {
    const lr = schedule(geometric({ from: 1, to: 16, over: 4 }));
    expect([0, 1, 2, 3, 4].map(lr)).toEqual([1, 2, 4, 8, 16]);
    const range = schedule(geometric({ from: 1e-7, to: 10, over: 100 }));
    const steps = [12.5, 25, 50, 75];
    expectNear(
      steps,
      range,
      [1e-6, 1e-5, 1e-3, 1e-1].map((value) => ({ value })),
    );
  });

  it.each([
    ["from", "0", geometric({ from: 0, to: 1, over: 4 })],
    ["to", "0", geometric({ from: 1, to: 0, over: 4 })],
    ["from", "0", geometric({ from: "0x", to: 1, over: 4 })],
  ])("refuses zero in %s, which has no logarithm: %s", (path, received, plan) => {
    const expected = 'a level (0.01, "0.1x") above 0';
    expect(issuesOf(() => schedule(plan, { base: 0.1 }))).toEqual([{ path, expected, received }]);
  });

  it("refuses a zero that only the run or the part before shows", () => {
    const ofBase = () => schedule(geometric({ from: 0.1, to: "1x", over: 4 }), { base: 0 });
    expect(messageOf(ofBase)).toBe('to: expected a level (0.01, "0.1x") above 0, received 0');
    const down = sequence(linear({ from: 1, to: 0, over: 5 }), geometric({ from: "last", to: 1, over: 4 }));
    expect(issuesOf(() => schedule(down))).toMatchObject([{ path: "parts[1].from", received: "0" }]);
  });

  it("with a ratio of 0.5 is the exponential decay of Megatron's WSD", () => {
    const lr = schedule(geometric({ from: 1, to: 0.1, over: 4, ratio: 0.5 }));
    [1, 0.7136135475, 0.4727922061, 0.2702864035, 0.1].forEach((value, t) => {
      expect(lr(t)).toBeCloseTo(value, 10);
    });
  });

  it("with the ratio of its levels is the same as without", () => {
    const plain = schedule(geometric({ from: 1, to: 0.01, over: 50 }));
    const lr = schedule(geometric({ from: 1, to: 0.01, over: 50, ratio: 0.01 }));
    const steps = Array.from({ length: 60 }, (_, t) => t);
    expectNear(
      steps,
      lr,
      steps.map((t) => ({ value: plain(t), scale: 1 })),
    );
  });

  it("is its formula with any ratio, and with one next to 1 all but a line", () => {
    const steps = Array.from({ length: 400 }, (_, i) => i / 4);
    for (const ratio of [1e-300, 0.001, 0.2, 0.999, 1.5, 30, 1e300]) {
      const left = (s: number) => (ratio ** s - ratio) / (1 - ratio);
      const lr = schedule(geometric({ from: 0.7, to: 0.1, over: 100, ratio }));
      const expected = steps.map((t) => ({ value: 0.1 + 0.6 * left(t / 100), scale: ratio === 0.999 ? 700 : 1 }));
      expectNear(steps, lr, expected);
    }
    for (const ratio of [1 - 2 ** -53, 1, 1 + 2 ** -52, 1 + 1e-13]) {
      const line = schedule(linear({ from: 0, to: 1, over: 100 }));
      const lr = schedule(geometric({ from: 0, to: 1, over: 100, ratio }));
      const expected = steps.map((t) => ({ value: line(t), scale: 1 }));
      expectNear(steps, lr, expected);
    }
    for (const ratio of [5e-324, Number.MAX_VALUE]) {
      const lr = schedule(geometric({ from: 1, to: 0.5, over: 4, ratio }));
      for (const t of [0, 0.01, 1, 2, 3.99, 4]) expect(lr(t) >= 0.5 && lr(t) <= 1, `${ratio} at ${t}`).toBe(true);
    }
  });

  it("goes from the smallest number to the largest", () => {
    const lr = schedule(geometric({ from: 5e-324, to: Number.MAX_VALUE, over: 2 ** 10 }));
    const values = Array.from(lr.fill(new Float64Array(1025)));
    expect([values[0], values[1024]]).toEqual([5e-324, Number.MAX_VALUE]);
    for (let t = 1; t < 1025; t++) expect((values[t] as number) >= (values[t - 1] as number), `step ${t}`).toBe(true);
    expect(lr(512)).toBeCloseTo(Math.sqrt(5e-324) * Math.sqrt(Number.MAX_VALUE), 18);
  });

  it("refuses what is wrong in its fields", () => {
    const plan = geometric({ from: 1, to: 0.5, over: 4 });
    refusesBadFields(plan);
    expect(pathsOf({ ...plan, from: -1, to: -1, over: -1 })).toEqual(["from", "to", "over"]);
    expect(pathsOf({ ...plan, ratio: 0 })).toEqual(["ratio"]);
    expect(pathsOf({ ...plan, ratio: -0.5 })).toEqual(["ratio"]);
    expect(pathsOf({ ...plan, from: 0, to: 0 })).toEqual(["from", "to"]);
    expect(pathsOf({ ...plan, from: 0, to: 0, ratio: 0.5 })).toEqual([]);
  });
});
