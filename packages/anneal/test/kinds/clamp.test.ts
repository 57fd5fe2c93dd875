import { describe, expect, it } from "vitest";
import {
  clamp,
  constant,
  cosine,
  exponential,
  linear,
  type Part,
  type Plan,
  piecewise,
  product,
  schedule,
} from "../../src/index.ts";
import { laws } from "../laws.ts";
import { expectNear } from "../near.ts";
import { pathsOf, refusesBadFields } from "./badFields.ts";

const line = linear({ from: 0, to: 1, over: 8 });

describe("clamp", () => {
  it.each([
    [clamp({ plan: line }), {}],
    [clamp({ plan: line, min: 0.25, max: 0.75 }), {}],
    [clamp({ plan: cosine({ from: "1x", to: 0, over: 50 }), min: "0.1x" }), { base: 0.3 }],
    [clamp({ plan: exponential({ from: 1, factor: 0.9, every: "1 epoch" }), max: 0.5 }), { stepsPerEpoch: 7 }],
    [clamp({ plan: linear({ from: 1, to: 0, over: "rest" }), min: 2, max: 0.5 }), { steps: 20 }],
  ])("obeys the laws: %j in %j", laws);

  it("is MXNet's FactorScheduler with stop_factor_lr", () => {
    const steps = Array.from({ length: 60 }, (_, t) => t);
    const lr = schedule(
      clamp({ plan: exponential({ from: 0.1, factor: 0.5, every: 10, staircase: true }), min: 0.01 }),
    );
    const expected = steps.map((t) => Math.max(0.1 * 0.5 ** Math.floor(t / 10), 0.01));
    expectNear(
      steps,
      lr,
      expected.map((value) => ({ value })),
    );
    expect(lr(59)).toBe(0.01);
  });

  it("keeps a plan between two levels, exactly at them and exactly the plan between", () => {
    const lr = schedule(clamp({ plan: line, min: 0.3, max: 0.7 }));
    const free = schedule(line);
    for (let t = 0; t < 12; t += 0.25) expect(lr(t)).toBe(Math.min(Math.max(free(t), 0.3), 0.7));
  });

  it("obeys the maximum where the two contradict", () => {
    expect([0, 4, 8].map(schedule(clamp({ plan: line, min: 0.8, max: 0.2 })))).toEqual([0.2, 0.2, 0.2]);
  });

  it("takes levels of the base, or numbers", () => {
    expect([0, 8].map(schedule(clamp({ plan: line, min: "0.1x", max: "0.5x" }), { base: 1 }))).toEqual([0.1, 0.5]);
    expect(pathsOf(clamp({ plan: line, min: "0.1x" }), {})).toEqual(["min"]);
    expect(pathsOf({ kind: "clamp", plan: line, max: "last" })).toEqual(["max"]);
    expect(pathsOf(product(line, { kind: "clamp", plan: line, max: "1x" }))).toEqual(["factors[1].max"]);
  });

  it("lasts as long as its plan, knows what came before, and leaves behind the clamped end", () => {
    const after = (...parts: (Plan | Part)[]) =>
      schedule({ kind: "sequence", parts: [...parts, constant({ value: "last" })] } as Plan)(99);
    expect(after(clamp({ plan: line, max: 0.6 }))).toBe(0.6);
    expect(after({ plan: clamp({ plan: line, max: 0.6 }), until: 4 })).toBe(0.5);
    const stairs = piecewise({ from: 1, at: [3, 6], to: [0.5, 0.25] });
    expect(after({ plan: clamp({ plan: stairs, max: 0.7 }), until: 6 })).toBe(0.5);
    expect(after({ plan: clamp({ plan: stairs, max: 0.7 }), until: 3 })).toBe(0.7);
    expect(after(line, clamp({ plan: constant({ value: "last", over: 1 }), min: 2 }))).toBe(2);
  });

  it("tells what is wrong in its plan, also where nothing came of it", () => {
    const forever = { plan: exponential({ from: 1, factor: 0.5, every: 3 }), clock: "global" } as const;
    const plan: Plan = { kind: "sequence", parts: [linear({ from: 1, to: 0, over: "rest" }), forever] };
    expect(pathsOf(clamp({ plan, min: 0.1 }))).toEqual(["plan.parts[0].over"]);
  });

  it("refuses what is wrong in its fields", () => {
    refusesBadFields(clamp({ plan: line }));
    expect(pathsOf({ kind: "clamp", plan: { ...line, to: -1 }, min: -1, max: -1 })).toEqual(["plan.to", "min", "max"]);
  });
});
