import { describe, expect, it } from "vitest";
import {
  clock,
  constant,
  custom,
  type Functions,
  functions as known,
  parsePlan,
  product,
  repeat,
  Scheduler,
  schedule,
  sequence,
  shift,
} from "../../src/index.ts";
import { FUNCTIONS } from "../arbitrary/functions.ts";
import { issuesOf, messageOf } from "../issues.ts";
import { laws } from "../laws.ts";
import { isDeeplyFrozen } from "../trees.ts";
import { pathsOf, refusesBadFields } from "./badFields.ts";

const functions: Functions = {
  identity: (t) => t,
  halvings: (t, [every = 1, from = 1]) => from * 0.5 ** Math.floor(t / every),
};

describe("custom", () => {
  it("obeys the laws", () => {
    laws(custom({ name: "fading" }), {}, FUNCTIONS);
    laws(product(constant({ value: "1x" }), custom({ name: "triangle", args: [0.5, 8] })), { base: 0.1 }, FUNCTIONS);
  });

  it("is PyTorch's LambdaLR over the base", () => {
    const plan = product(constant({ value: "1x" }), custom({ name: "halvings", args: [30] }));
    const lr = schedule(plan, { base: 0.1 }, { functions });
    expect([0, 29, 30, 60].map(lr)).toEqual([0.1, 0.1, 0.05, 0.025]);
  });

  it("calls its function with the step of its own clock and with its arguments, none when they are left out", () => {
    const calls: unknown[] = [];
    const spy: Functions = { spy: (...given) => calls.push(given) };
    const read = (plan: Parameters<typeof schedule>[0], step: number) => {
      schedule(plan as never, {}, { functions: spy })(step);
      return calls.pop();
    };
    expect(read(custom({ name: "spy" }), 2.5)).toEqual([2.5, []]);
    expect(read(custom({ name: "spy", args: [3, -1] }), -7)).toEqual([0, [3, -1]]);
    expect(read(sequence(constant({ value: 1, over: 4 }), custom({ name: "spy" })), 6)).toEqual([2, []]);
    expect(read(shift({ plan: custom({ name: "spy" }), by: 2 }), 6)).toEqual([8, []]);
  });

  it("is saved by its name, and found again among the functions that are given then", () => {
    const saved = JSON.parse(JSON.stringify(schedule(custom({ name: "identity" }), {}, { functions })));
    expect(saved).toEqual({ version: 1, kind: "custom", name: "identity" });
    expect(schedule(parsePlan(saved), {}, { functions: { identity: () => 5 } })(3)).toBe(5);
  });

  it("keeps arguments of its own, frozen", () => {
    const args = [30];
    const plan = custom({ name: "halvings", args });
    args[0] = 99;
    expect([plan.args, isDeeplyFrozen(plan), Object.isFrozen(args)]).toEqual([[30], true, false]);
    expect(issuesOf(() => schedule(custom({ name: "halvings", args: 5 as never }), {}, { functions }))).toMatchObject([
      { path: "args" },
    ]);
  });

  it("may be driven by a Scheduler", () => {
    const optimizer = { paramGroups: [{ lr: 0.1 }] };
    const lr = product(constant({ value: "1x" }), custom({ name: "halvings" }));
    const scheduler = new Scheduler(optimizer, { lr }, {}, { functions });
    scheduler.step();
    expect(optimizer.paramGroups[0]?.lr).toBe(0.05);
  });

  it("is called with finite times only", () => {
    const called: number[] = [];
    const seen = { seen: (t: number) => called.push(t) };
    const run = { samplesPerStep: { from: 1, at: [1], to: [10] } };
    const plan = custom({ name: "seen" });
    const plans = [
      sequence(constant({ value: 1, over: 3 }), plan),
      clock({ unit: "samples", plan }),
      shift({ plan, by: 1e308 }),
    ];
    for (const each of plans) {
      const lr = schedule(each, run, { functions: seen });
      lr(Number.MAX_VALUE);
      lr(Number.POSITIVE_INFINITY);
    }
    expect(called.filter((t) => !(t < Number.POSITIVE_INFINITY))).toEqual([]);
    expect(called.length).toBeGreaterThan(2);
  });

  it("is refused when there is no such function, with those that there are", () => {
    expect(messageOf(() => schedule(custom({ name: "halving" }), {}, { functions }))).toBe(
      'name: expected in options.functions one of identity, halvings (did you mean "halvings"?), received "halving"',
    );
    expect(pathsOf(sequence(constant({ value: 1, over: 1 }), custom({ name: "identity" })))).toEqual(["parts[1].name"]);
    for (const name of ["toString", "__proto__", "constructor"]) {
      expect(issuesOf(() => schedule(custom({ name }), {}, { functions }))).toMatchObject([{ path: "name" }]);
    }
    for (const none of [undefined, null, {}, 5, { five: 5 }]) {
      expect(messageOf(() => schedule(custom({ name: "five" }), {}, { functions: none as never }))).toBe(
        'name: expected a function in options.functions, received "five"',
      );
    }
  });

  it("is refused in the same way wherever its value is asked for while a plan is built", () => {
    const absent = custom({ name: "absent" });
    const plans = [
      sequence({ plan: absent, until: 3 }),
      repeat({ plan: sequence({ plan: absent, until: 3 }) }),
      product(absent),
    ];
    for (const plan of [...plans, shift({ plan: absent, by: -2 })]) {
      expect(issuesOf(() => schedule(plan, {}, { functions }))).toMatchObject([{ received: '"absent"' }]);
    }
  });

  it("refuses what is wrong in its fields", () => {
    refusesBadFields(custom({ name: "ones" }));
    refusesBadFields(custom({ name: "ones", args: [1] }));
    expect(pathsOf({ kind: "custom", name: "" })).toEqual(["name"]);
    expect(pathsOf({ kind: "custom", name: "x".repeat(33) })).toEqual(["name"]);
    expect(pathsOf({ kind: "custom", name: "ones", args: [1, "2", -3, 4, null] })).toEqual(["args[1]", "args[4]"]);
  });

  it("finds what the library's own recipes name: RAdam's factor", () => {
    const lr = schedule(custom({ name: "radam", args: [0.999] }), {}, { functions: known });
    const golden = [
      [0, 0.01731150317],
      [1, 0.0258211128],
      [2, 0.03273881441],
      [10, 0.06903133727],
      [100, 0.2208856848],
      [1000, 0.6466392617],
      [10_000, 0.9997743235],
    ] as const;
    for (const [t, value] of golden) expect(lr(t), `step ${t}`).toBeCloseTo(value, 10);
  });
});
