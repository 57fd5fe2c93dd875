import { describe, expect, it } from "vitest";
import { constant, custom, linear, plateau, replay, Scheduler } from "../../src/index.ts";
import { messageOf } from "../issues.ts";

const halving = plateau({ patience: 0, factor: 0.5 });

describe("replay", () => {
  it("finds what a scheduler does with the same metrics", () => {
    const plan = linear({ from: "1x", to: 0, over: "10 epochs" });
    const run = { stepsPerEpoch: 4 };
    const metrics = [3, 2, 2.5, Number.NaN, 1, 1];
    const optimizer = { paramGroups: [{ lr: 8 }, { lr: 1 }] };
    const scheduler = new Scheduler(optimizer, { lr: { plan, controllers: [halving, plateau({ patience: 1 })] } }, run);
    const rates = [scheduler.rates().lr];
    const decisions = metrics.flatMap((metric) => {
      for (let step = 0; step < 4; step++) scheduler.step();
      const decided = scheduler.observe(metric);
      rates.push(optimizer.paramGroups.map(({ lr }) => lr));
      return decided;
    });
    const found = replay([halving, plateau({ patience: 1 })], metrics, { plan, run, bases: [8, 1] });
    expect(found).toEqual({ rates, decisions });
    expect(decisions).toHaveLength(4);
  });

  it("has one group with the run's base, or 1, and one step before each metric", () => {
    expect(replay(halving, [1, 1]).rates).toEqual([[1], [1], [0.5]]);
    expect(replay(halving, [1, 1], { run: { base: 0.3 } }).rates).toEqual([[0.3], [0.3], [0.15]]);
    expect(replay(halving, [1, 1]).decisions[0]?.position).toBe(2);
    expect(replay(halving, [1, 1], { every: 100 }).decisions[0]?.position).toBe(200);
    expect(replay(halving, [1, 1], { every: 100, run: { stepsPerEpoch: 7 } }).decisions[0]?.position).toBe(200);
    expect(replay(halving, [1, 1], { run: { stepsPerEpoch: 7 } }).decisions[0]?.position).toBe(14);
    expect(replay(halving, [])).toEqual({ rates: [[1]], decisions: [] });
  });

  it("takes metrics as JSON has them, also by name", () => {
    expect(replay(halving, [1, null]).rates.at(-1)).toEqual([0.5]);
    const loss = plateau({ monitor: "loss", patience: 0, factor: 0.5 });
    const { rates } = replay(loss, [{ loss: 1, time: null }, { loss: null }, { loss: 0.5 }]);
    expect(rates.flat()).toEqual([1, 1, 0.5, 0.5]);
  });

  it("refuses null for a run", () => {
    expect(() => replay(halving, [1], { run: null as never })).toThrow("run: expected an object with steps");
  });

  it("takes plans for each group, and the functions that they name", () => {
    const plan = [custom({ name: "seven" }), constant({ value: "2x" })];
    const functions = { seven: () => 7 };
    expect(replay(halving, [1, 1], { plan, bases: [1, 3], functions }).rates.at(-1)).toEqual([3.5, 3]);
  });

  it.each<[() => unknown, string]>([
    [
      () => replay(plateau({ factor: 2 }), []),
      "lr.controllers.factor: expected a finite number from 0 below 1, received 2",
    ],
    [() => replay(halving, ["1" as never]), 'metric: expected a number, received "1"'],
    [() => replay(halving, [1], { run: { steps: 0 } }), "run.steps: expected a finite number above 0, received 0"],
  ])("refuses what a scheduler refuses", (refused, message) => {
    expect(messageOf(refused)).toBe(message);
  });

  it.each<[unknown, unknown, string]>([
    [undefined, {}, "metrics: expected a list, received undefined"],
    [{ loss: [1, 2] }, {}, "metrics: expected a list, received [object]"],
    [[1], { every: -1 }, "options.every: expected a finite number from 0, received -1"],
    [[1], { every: 5n }, "options.every: expected a finite number from 0, received 5"],
    [[1], { bases: [-1] }, "options.bases[0]: expected a finite number from 0, received -1"],
    [[1], { bases: [] }, "options.bases: expected a list of 1 to 100,000 entries, received a list of 0"],
    [[1], { bases: 0.1 }, "options.bases: expected a list of 1 to 100,000 entries, received 0.1"],
    [
      [1],
      { evry: 1 },
      'options: expected one of plan, run, functions, bases, every (did you mean "every"?), received "evry"',
    ],
    [[1], null, "options: expected an object with plan, run, functions, bases, every, received null"],
    [
      5,
      { every: "1" },
      'metrics: expected a list, received 5\noptions.every: expected a finite number from 0, received "1"',
    ],
  ])("refuses metrics %j and options under their own names", (metrics, options, message) => {
    expect(messageOf(() => replay(halving, metrics as never, options as never))).toBe(message);
  });
});
