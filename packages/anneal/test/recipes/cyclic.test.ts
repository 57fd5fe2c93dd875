import { describe, expect, it } from "vitest";
import { cyclic, type Plan, schedule } from "../../src/index.ts";
import { messageOf } from "../issues.ts";
import { laws } from "../laws.ts";
import { expectNear } from "../near.ts";

const steps = Array.from({ length: 400 }, (_, i) => i / 4);
const near = (plan: Plan, formula: (t: number) => number) =>
  expectNear(
    steps,
    schedule(plan, { base: 1 }),
    steps.map((t) => ({ value: formula(t), scale: 1 })),
  );

/** How far up a triangle of 6 steps up and 4 down one is. */
const height = (t: number) => (t % 10 < 6 ? (t % 10) / 6 : (10 - (t % 10)) / 4);
const cycle = (t: number) => Math.floor(t / 10);

describe("cyclic", () => {
  const triangles = { base: 0.1, peak: 0.9, up: 6, down: 4 } as const;

  it.each([
    [cyclic(triangles), {}],
    [cyclic({ ...triangles, factor: 0.5 }), {}],
    [cyclic({ ...triangles, factor: 0.97, per: "step" }), {}],
    [cyclic({ base: "0.1x", peak: "1x", up: "1.5 epochs", factor: 0.5 }), { base: 0.3, stepsPerEpoch: 7 }],
    [cyclic({ base: 0.95, peak: 0.85, up: 5, factor: 0.8 }), {}],
    [cyclic({ base: 0, peak: "1x", up: 5, factor: 1.1 }), { base: 0.3 }],
  ] as const)("obeys the laws: %j in %j", laws);

  it("goes up and down again without end", () => {
    near(cyclic(triangles), (t) => 0.1 + 0.8 * height(t));
    near(cyclic({ base: "0.1x", peak: 0.9, up: 5 }), (t) => 0.1 + 0.8 * (1 - Math.abs((t % 10) / 5 - 1)));
    expect(cyclic(triangles).kind).toBe("repeat");
  });

  it("shrinks by a factor in each cycle (triangular2) or in each step (exp_range)", () => {
    near(cyclic({ ...triangles, factor: 0.5 }), (t) => 0.1 + 0.8 * height(t) * 0.5 ** cycle(t));
    near(cyclic({ ...triangles, factor: 0.5, per: "cycle" }), (t) => 0.1 + 0.8 * height(t) * 0.5 ** cycle(t));
    near(cyclic({ ...triangles, factor: 0.98, per: "step" }), (t) => 0.1 + 0.8 * height(t) * 0.98 ** t);
  });

  it("goes down and up again where the peak is lower, as momentum does", () => {
    near(cyclic({ base: 0.9, peak: 0.1, up: 6, down: 4 }), (t) => 0.9 - 0.8 * height(t));
    near(
      cyclic({ base: 0.9, peak: "0.1x", up: 6, down: 4, factor: 0.5 }),
      (t) => 0.9 - 0.8 * height(t) * 0.5 ** cycle(t),
    );
    near(
      cyclic({ base: 0.9, peak: 0.1, up: 6, down: 4, factor: 0.98, per: "step" }),
      (t) => 0.9 - 0.8 * height(t) * 0.98 ** t,
    );
  });

  it("has units of its own", () => {
    const lr = schedule(cyclic({ base: 0, peak: 1, up: "2 epochs", down: "1 epoch", factor: 0.5 }), {
      stepsPerEpoch: 5,
    });
    expect([0, 5, 10, 15, 25, 30].map(lr)).toEqual([0, 0.5, 1, 0, 0.5, 0]);
  });

  it.each<[object, string]>([
    [{ base: "last" }, 'base: expected a level (0.01, "0.1x") from 0, received "last"'],
    [{ peak: -1 }, 'peak: expected a level (0.01, "0.1x") from 0, received -1'],
    [{ up: 0 }, 'up: expected a time (5, "5 epochs", "5%", "5 tokens") above 0, received 0'],
    [{ down: 0 }, 'down: expected a time (5, "5 epochs", "5%", "5 tokens") above 0, received 0'],
    [{ down: "4 epochs" }, 'down: expected the unit of up, received "4 epochs"'],
    [{ factor: -0.5 }, "factor: expected a finite number from 0, received -0.5"],
    [{ per: "epoch" }, 'per: expected one of cycle, step, received "epoch"'],
  ])("refuses %j", (options, message) => {
    expect(messageOf(() => cyclic({ ...triangles, ...options } as never))).toBe(message);
  });

  it("refuses to grow away from its base for ever", () => {
    expect(messageOf(() => schedule(cyclic({ ...triangles, factor: 2 })))).toContain(
      "factor: expected at most 1 with a base above 0",
    );
  });
});
