import { describe, expect, it } from "vitest";
import { geometric, linear, schedule, sequence } from "../../src/index.ts";
import { issuesOf, messageOf } from "../issues.ts";
import { laws } from "../laws.ts";
import { expectNear } from "../near.ts";

describe("geometric", () => {
  it.each([
    [geometric({ from: 1e-4, to: 0.01, over: 4 }), {}],
    [geometric({ from: "1x", to: "0.001x", over: "10%" }), { base: 0.3, steps: 777 }],
    [geometric({ from: 1e-7, to: 10, over: "rest" }), { steps: 100 }],
    [geometric({ from: 0.3, to: 0.3, over: 12 }), {}],
    [geometric({ from: 0.3, to: 0.1, over: 0 }), {}],
    [geometric({ from: 1e-300, to: 1e300, over: 10 }), {}],
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
});
