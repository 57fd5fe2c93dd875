import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { constant, greedy, plateau, Scheduler, type SchedulerState } from "../../src/index.ts";
import { runs } from "../arbitrary/runs.ts";
import { issuesOf, messageOf } from "../issues.ts";

const program = {
  lr: {
    plan: constant({ value: "1x" }),
    controllers: [plateau({ patience: 1, factor: 0.5 }), greedy({ patience: 1, window: 2, minRate: 0, maxRate: 9 })],
  },
};

/** A scheduler that has seen a few metrics, its optimizer, and its state as JSON. */
function made() {
  const optimizer = { paramGroups: [{ lr: 1 }, { lr: 0.5 }] };
  const scheduler = new Scheduler(optimizer, program);
  for (const metric of [3, 2, 2, 2, 1]) scheduler.observe(metric);
  return { optimizer, scheduler, state: JSON.parse(JSON.stringify(scheduler.state())) as SchedulerState };
}

/** The state with one controller's state changed. */
function damaged(which: 0 | 1, change: object): SchedulerState {
  const { state } = made();
  const states = [...(state.controllers.lr ?? [])];
  states[which] = { ...states[which], ...change } as (typeof states)[number];
  return { ...state, controllers: { lr: states } };
}

describe("the state of controllers", () => {
  it("is all there, as plain JSON that cannot be changed from outside", () => {
    const { scheduler, state } = made();
    expect(state.controllers).toEqual({
      lr: [
        { epoch: 5, best: 1, bad: 0, cooldown: 0, count: 0, mean: 0, scales: [0.5, 0.5] },
        {
          ...{ epoch: 5, best: 1.5, good: 1, bad: 0, cooldown: 0, warmup: 0, atMin: 0, values: [2, 1], sum: 3 },
          scales: [1 / 0.95, 1 / 0.95],
        },
      ],
    });
    const live = scheduler.state().controllers.lr as unknown as { scales: number[] }[];
    expect([live, live[0], live[0]?.scales].every(Object.isFrozen)).toBe(true);
  });

  it("has no place for what JSON has not: nothing seen yet is null", () => {
    const scheduler = new Scheduler({ paramGroups: [{ lr: 1 }] }, program);
    const fresh = scheduler.state();
    expect(fresh.controllers.lr?.map((state) => ({ ...state }) as { best?: unknown }).map(({ best }) => best)).toEqual([
      null,
      null,
    ]);
    expect(JSON.parse(JSON.stringify(fresh))).toEqual(fresh);
    scheduler.observe(Number.NaN);
    const spoiled = JSON.parse(JSON.stringify(scheduler.state())) as SchedulerState;
    expect(spoiled).toEqual(scheduler.state());
    scheduler.restore(spoiled);
    expect(scheduler.state()).toEqual(spoiled);
  });

  it("is taken over whole, whatever the order of its fields", () => {
    const { state } = made();
    const reversed = (state.controllers.lr ?? []).map((one) => Object.fromEntries(Object.entries(one).reverse()));
    const optimizer = { paramGroups: [{ lr: 1 }, { lr: 0.5 }] };
    const scheduler = new Scheduler(optimizer, program);
    scheduler.restore({ ...state, controllers: { lr: reversed } } as unknown as SchedulerState);
    expect(JSON.stringify(scheduler.state())).toBe(JSON.stringify(state));
    expect(optimizer.paramGroups.map(({ lr }) => lr)).toEqual([0.5 / 0.95, 0.25 / 0.95]);
  });
});

describe("a state whose controllers are not right", () => {
  const COUNT = "a whole number from 0";
  const at = (i: number) => `state.controllers.lr[${i}]`;

  it.each<[string, SchedulerState | object, string]>([
    [
      "no controllers",
      { ...made().state, controllers: {} },
      "state.controllers.lr: expected a list of 2, received undefined",
    ],
    [
      "one of them",
      { ...made().state, controllers: { lr: [made().state.controllers.lr?.[0]] } },
      "state.controllers.lr: expected a list of 2, received a list of 1",
    ],
    [
      "another key",
      { ...made().state, controllers: { ...made().state.controllers, momentum: [] } },
      "state.controllers.momentum: expected undefined, received a list of 0",
    ],
    [
      "null",
      { ...made().state, controllers: { lr: [null, null] } },
      `${at(0)}: expected an object with epoch, best, bad, cooldown, count, mean, scales, received null\n${at(1)}: expected an object with epoch, best, good, bad, cooldown, warmup, atMin, values, sum, scales, received null`,
    ],
    [
      "a field too many",
      damaged(0, { worst: 1 }),
      `${at(0)}: expected one of epoch, best, bad, cooldown, count, mean, scales, received "worst"`,
    ],
    ["epoch", damaged(0, { epoch: -1 }), `${at(0)}.epoch: expected ${COUNT}, received -1`],
    ["bad", damaged(0, { bad: 0.5 }), `${at(0)}.bad: expected ${COUNT}, received 0.5`],
    ["cooldown", damaged(0, { cooldown: "1" }), `${at(0)}.cooldown: expected ${COUNT}, received "1"`],
    ["count", damaged(0, { count: null }), `${at(0)}.count: expected ${COUNT}, received null`],
    ["best", damaged(0, { best: "1" }), `${at(0)}.best: expected a finite number above -Infinity, received "1"`],
    ["mean", damaged(0, { mean: Number.NaN }), `${at(0)}.mean: expected a finite number above -Infinity, received NaN`],
    ["scales of fewer", damaged(0, { scales: [1] }), `${at(0)}.scales: expected a list of 2, received a list of 1`],
    [
      "a scale",
      damaged(0, { scales: [1, null] }),
      `${at(0)}.scales[1]: expected a finite number from 0, received null`,
    ],
    [
      "a scale below 0",
      damaged(1, { scales: [-1, 1] }),
      `${at(1)}.scales[0]: expected a finite number from 0, received -1`,
    ],
    ["good", damaged(1, { good: -1 }), `${at(1)}.good: expected ${COUNT}, received -1`],
    ["warmup", damaged(1, { warmup: -1 }), `${at(1)}.warmup: expected ${COUNT}, received -1`],
    ["atMin", damaged(1, { atMin: -1 }), `${at(1)}.atMin: expected ${COUNT}, received -1`],
    [
      "values",
      damaged(1, { values: [1, null] }),
      `${at(1)}.values[1]: expected a finite number above -Infinity, received null`,
    ],
    ["sum", damaged(1, { sum: "3" }), `${at(1)}.sum: expected a finite number above -Infinity, received "3"`],
  ])("%s: one clear error that changes nothing", (_, state, message) => {
    const { optimizer, scheduler } = made();
    const before = JSON.stringify([scheduler.state(), optimizer]);
    expect(messageOf(() => scheduler.restore(state as SchedulerState))).toBe(message);
    expect(JSON.stringify([scheduler.state(), optimizer])).toBe(before);
  });

  it("has scales that together would leave no finite rate", () => {
    const { scheduler } = made();
    const huge = damaged(1, { scales: [1, 3e100] });
    const message = "state.controllers.lr: expected scales of at most 1e+100, received 1.5e+100";
    expect(messageOf(() => scheduler.restore(huge))).toBe(message);
  });

  it("is refused, or gives finite rates, whatever it is", () => {
    const value = fc.oneof(
      fc.constantFrom(null, "1", 1e308, -1e308, -1, 0.5, 1e99, [], {}, true),
      fc.jsonValue({ maxDepth: 2 }),
    );
    const names = [
      "epoch",
      "best",
      "good",
      "bad",
      "cooldown",
      "warmup",
      "atMin",
      "values",
      "sum",
      "scales",
      "count",
      "mean",
    ];
    const change = fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 3 });
    const law = (which: 0 | 1, fields: object, metrics: readonly number[]) => {
      const { optimizer, scheduler } = made();
      const state = JSON.parse(JSON.stringify(damaged(which, fields))) as SchedulerState;
      try {
        scheduler.restore(state);
      } catch {
        expect(issuesOf(() => scheduler.restore(state)).length).toBeGreaterThan(0);
      }
      for (const metric of metrics) scheduler.observe(metric);
      scheduler.step();
      expect(optimizer.paramGroups.every(({ lr }) => lr >= 0 && lr < 1 / 0)).toBe(true);
    };
    const metrics = fc.array(fc.constantFrom(1, 0, Number.NaN, -1e308), { maxLength: 6 });
    fc.assert(fc.property(fc.constantFrom(0, 1), change, metrics, law), { numRuns: runs(2000) });
  });
});
