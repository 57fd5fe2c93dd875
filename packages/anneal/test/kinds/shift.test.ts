import { describe, expect, it } from "vitest";
import {
  constant,
  exponential,
  geometric,
  linear,
  logarithmic,
  multiStep,
  type Plan,
  piecewise,
  schedule,
  sequence,
  shift,
} from "../../src/index.ts";
import { messageOf } from "../issues.ts";
import { laws } from "../laws.ts";
import { pathsOf, refusesBadFields } from "./badFields.ts";

const line = linear({ from: 0, to: 1, over: 8 });
const values = (plan: Plan, count: number, run = {}) => Array.from(schedule(plan, run).fill(new Float64Array(count)));

describe("shift", () => {
  it.each([
    [shift({ plan: line, by: 3 }), {}],
    [shift({ plan: line, by: -3.5 }), {}],
    [shift({ plan: linear({ from: "1x", to: 0, over: "rest" }), by: -1 }), { base: 0.3, steps: 40 }],
    [shift({ plan: linear({ from: "1x", to: 0, over: "rest" }), by: 1 }), { base: 0.3, steps: 40 }],
    [shift({ plan: multiStep({ milestones: ["2 epochs", "3 epochs"] }), by: 1 }), { base: 0.1, stepsPerEpoch: 7 }],
    [shift({ plan: exponential({ from: 1, factor: 0.5, every: 4, staircase: true }), by: -2 }), {}],
    [shift({ plan: line, by: 100 }), {}],
    [shift({ plan: sequence(line, constant({ value: "last" })), by: 0 }), {}],
  ])("obeys the laws: %j in %j", laws);

  it("makes a warm-up that counts from 1, as torchtitan's", () => {
    expect(values(shift({ plan: linear({ from: 0, to: 1, over: 2 }), by: 1 }), 4)).toEqual([0.5, 1, 1, 1]);
  });

  it("drops a milestone one step early or late, as timm and as Keras do", () => {
    const drops = multiStep({ milestones: [3, 5] });
    expect(values(shift({ plan: drops, by: 1 }), 6, { base: 1 })).toEqual([1, 1, 0.1, 0.1, 0.01, 0.01]);
    expect(values(shift({ plan: drops, by: -1 }), 7, { base: 1 })).toEqual([1, 1, 1, 1, 0.1, 0.1, 0.01]);
  });

  it("holds the first value of a plan that begins later", () => {
    expect(values(shift({ plan: linear({ from: 0.25, to: 1, over: 3 }), by: -2 }), 6)).toEqual([
      0.25, 0.25, 0.25, 0.5, 0.75, 1,
    ]);
    expect(schedule(shift({ plan: line, by: -2 }))(2.5)).toBe(0.0625);
  });

  it("lasts as long as what is left of its plan", () => {
    const rest = constant({ value: 9 });
    expect(values(sequence(shift({ plan: line, by: 6 }), rest), 4)).toEqual([0.75, 0.875, 9, 9]);
    expect(values(sequence(shift({ plan: line, by: 20 }), constant({ value: "last" })), 2)).toEqual([1, 1]);
    expect(values(sequence(shift({ plan: linear({ from: 0, to: 1, over: 2 }), by: -2 }), rest), 5)).toEqual([
      0, 0, 0, 0.5, 9,
    ]);
  });

  it('takes a "rest" that ends where it would have', () => {
    const rest = linear({ from: 0, to: 1, over: "rest" });
    expect(values(shift({ plan: rest, by: 2 }), 5, { steps: 4 })).toEqual([1 / 3, 1 / 2, 1 - 1 / 3, 1 - 1 / 6, 1]);
    expect(values(sequence(constant({ value: 7, over: 1 }), shift({ plan: rest, by: -1 })), 6, { steps: 4 })).toEqual([
      7, 0, 0, 0.5, 1, 1,
    ]);
    expect(pathsOf(shift({ plan: rest, by: -5 }), { steps: 4 })).toEqual(["plan.over"]);
    expect(pathsOf(shift({ plan: rest, by: 5 }), {})).toEqual(["plan.over"]);
  });

  it("leaves behind what its plan was heading for when it is cut", () => {
    const stairs = piecewise({ from: 1, at: [3, 6], to: [0.5, 0.25] });
    const cut = (by: number, until: number) =>
      schedule(sequence({ plan: shift({ plan: stairs, by }), until }, constant({ value: "last" })))(99);
    expect([cut(1, 2), cut(1, 2.5), cut(1, 5), cut(-1, 4), cut(-1, 7)]).toEqual([1, 0.5, 0.5, 1, 0.5]);
    const curve = shift({ plan: logarithmic({ from: 0, to: 1, over: 3 }), by: -2 });
    expect(schedule(sequence({ plan: curve, until: 3 }, constant({ value: "last" })))(9)).toBe(0.5);
    expect(schedule(sequence({ plan: curve, until: 1 }, constant({ value: "last" })))(9)).toBe(0);
  });

  it("refuses a milestone that lies before its beginning", () => {
    const drops = piecewise({ from: 1, at: [1, 4], to: [0.5, 0.25] });
    expect(messageOf(() => schedule(shift({ plan: drops, by: 2 })))).toBe(
      "plan.at[0]: expected a time from step 2 on, received 1",
    );
    expect(pathsOf(shift({ plan: drops, by: 1 }))).toEqual([]);
    const global = { plan: shift({ plan: drops, by: -2 }), clock: "global" } as const;
    expect(pathsOf(sequence(constant({ value: 1, over: 3 }), global))).toEqual([]);
    expect(pathsOf(sequence(constant({ value: 1, over: 4 }), global))).toEqual(["parts[1].plan.plan.at[0]"]);
  });

  it("reaches the largest steps there are", () => {
    const far = Number.MAX_VALUE;
    expect([0, 1, 1 / 0].map(schedule(shift({ plan: line, by: far })))).toEqual([1, 1, 1]);
    expect([0, 1, 1e300, far, 1 / 0].map(schedule(shift({ plan: line, by: -far })))).toEqual([0, 0, 0, 1, 1]);
    const slow = geometric({ from: 1, to: 0.5, over: 1e300, ratio: 0.1 });
    expect([0, far, 1 / 0].map(schedule(shift({ plan: slow, by: -far })))).toEqual([1, 1, 1]);
  });

  it("refuses what is wrong in its fields", () => {
    refusesBadFields(shift({ plan: line, by: 1 }));
    expect(pathsOf({ kind: "shift", plan: line, by: "1 epoch" })).toEqual(["by"]);
    expect(pathsOf({ kind: "shift", plan: { ...line, over: -1 }, by: -1 })).toEqual(["plan.over"]);
  });
});
