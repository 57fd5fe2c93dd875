import { describe, expect, it } from "vitest";
import {
  CosineAnnealingWarmRestarts,
  LambdaLR,
  type ParamGroup,
  ReduceLROnPlateau,
  type ReduceLROnPlateauOptions,
  StepLR,
} from "../../src/torch/index.ts";
import { messageOf } from "../issues.ts";
import { optimizerOf } from "./walk.ts";

function observed(metrics: readonly number[], options: ReduceLROnPlateauOptions = {}, ...bases: number[]) {
  const optimizer = optimizerOf(...(bases.length > 0 ? bases : [1]));
  const scheduler = new ReduceLROnPlateau(optimizer, options);
  const rates = metrics.map((metric) => {
    scheduler.step(metric);
    return optimizer.paramGroups.map(({ lr }) => lr);
  });
  return { scheduler, rates: bases.length > 1 ? rates : rates.flat() };
}

const flat = (count: number) => Array.from({ length: count }, () => 1);

describe("ReduceLROnPlateau", () => {
  it("cuts after more bad metrics than its patience, and pauses after a cut", () => {
    const { rates } = observed(flat(12), { factor: 0.5, patience: 2, cooldown: 2 });
    expect(rates).toEqual([1, 1, 1, 0.5, 0.5, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25, 0.25]);
  });

  it("has a factor of 0.1 and a patience of 10", () => {
    const { rates, scheduler } = observed(flat(12));
    expect(rates.slice(9)).toEqual([1, 1, 0.1]);
    expect(scheduler.lastEpoch).toBe(12);
  });

  it.each<[ReduceLROnPlateauOptions, number, number]>([
    [{ mode: "min", threshold: 0.1, thresholdMode: "rel" }, 9.01, 8.99],
    [{ mode: "min", threshold: 0.1, thresholdMode: "abs" }, 9.91, 9.89],
    [{ mode: "max", threshold: 0.1, thresholdMode: "rel" }, 10.99, 11.01],
    [{ mode: "max", threshold: 0.1, thresholdMode: "abs" }, 10.09, 10.11],
    [{}, 9.9991, 9.998],
  ])("with %j takes %d for bad and %d for good after 10", (options, bad, good) => {
    expect(observed([10, bad], { ...options, patience: 0 }).rates).toEqual([1, 0.1]);
    expect(observed([10, good], { ...options, patience: 0 }).rates).toEqual([1, 1]);
  });

  it("takes what is no number for bad", () => {
    expect(observed([1, Number.NaN, 0.5], { patience: 0, factor: 0.5 }).rates).toEqual([1, 0.5, 0.5]);
  });

  it("does not go below minLr, of each group its own", () => {
    const options = { patience: 0, factor: 0.5, minLr: [0.3, 3] };
    expect(observed([1, 1, 1, 1], options, 1, 8).rates.map((row) => (row as number[]).map((lr) => lr))).toEqual([
      [1, 8],
      [0.5, 4],
      [0.3, 3],
      [0.3, 3],
    ]);
  });

  it("makes no cut that is smaller than eps", () => {
    expect(observed([1, 1], { patience: 0, factor: 0.5, eps: 0.6 }).rates).toEqual([1, 1]);
    expect(observed([1, 1], { patience: 0, factor: 0.5, eps: 0.4 }).rates).toEqual([1, 0.5]);
  });

  it("multiplies what other schedulers say, also those that overwrite", () => {
    const optimizer = optimizerOf(1);
    const lambda = new LambdaLR(optimizer, { lrLambda: (epoch) => 1 / (1 + epoch) });
    const plateau = new ReduceLROnPlateau(optimizer, { patience: 0, factor: 0.5 });
    const steps = new StepLR(optimizer, { stepSize: 1, gamma: 0.1 });
    plateau.step(1);
    plateau.step(1);
    lambda.step();
    expect(optimizer.paramGroups[0]?.lr).toBe(0.25);
    steps.step();
    expect(optimizer.paramGroups[0]?.lr).toBeCloseTo(0.025, 15);
    const restarts = new CosineAnnealingWarmRestarts(optimizer, { t0: 2 });
    restarts.step(2);
    expect(optimizer.paramGroups[0]?.lr).toBeCloseTo(0.05, 15);
  });

  it.each([[undefined], ["1"], [null], [{}], [true]])("refuses %j for a metric, and changes nothing", (metric) => {
    const { scheduler } = observed([1], { patience: 0 });
    const before = scheduler.stateDict();
    expect(messageOf(() => scheduler.step(metric as never))).toContain("metric: expected a number, received");
    expect(scheduler.stateDict()).toEqual(before);
  });

  it("has no plan and keeps its whole state", () => {
    const { scheduler } = observed([3, 2, 2], { patience: 0, factor: 0.5, thresholdMode: "abs" });
    expect(scheduler.plan).toBeUndefined();
    expect(scheduler.stateDict()).toMatchObject({
      program: {
        lr: {
          plan: { kind: "constant", value: "1x" },
          controllers: { kind: "plateau", rtol: 0, atol: 1e-4, minRate: 0 },
        },
      },
      position: 3,
      controllers: { lr: [{ epoch: 3, best: 2, bad: 0, cooldown: 0, scales: [0.5] }] },
    });
  });

  it.each<[string, (state: { controllers: { lr: object[] } }) => unknown, string]>([
    ["a state that is none", () => ({}), "state.version"],
    ["no controller", (state) => ({ ...state, controllers: {} }), "state.controllers.lr"],
    ["two controllers", (state) => ({ ...state, controllers: { lr: [{}, {}] } }), "state.controllers.lr"],
    [
      "a scale for another group",
      (state) => ({ ...state, controllers: { lr: [{ ...state.controllers.lr[0], scales: [1, 1] }] } }),
      "state.controllers.lr[0].scales",
    ],
    [
      "a scale above 1",
      (state) => ({ ...state, controllers: { lr: [{ ...state.controllers.lr[0], scales: [1.5] }] } }),
      "state.controllers.lr[0].scales: expected numbers of at most 1, received 1.5",
    ],
    [
      "a count of bad ones that is none",
      (state) => ({ ...state, controllers: { lr: [{ ...state.controllers.lr[0], bad: -1 }] } }),
      "state.controllers.lr[0].bad",
    ],
    [
      "scales that are no list",
      (state) => ({ ...state, controllers: { lr: [{ ...state.controllers.lr[0], scales: 1 }] } }),
      "state.controllers.lr[0].scales: expected a list",
    ],
  ])("refuses %s, and changes nothing", (_, damage, message) => {
    const { scheduler } = observed([1, 2], { patience: 3 });
    const before = scheduler.stateDict();
    const damaged = damage(JSON.parse(JSON.stringify(before)));
    expect(messageOf(() => scheduler.loadStateDict(damaged as never))).toContain(message);
    expect(scheduler.stateDict()).toEqual(before);
  });

  it("scales a group that is added later as the last one", () => {
    const optimizer: { paramGroups: ParamGroup[] } = optimizerOf(1, 10);
    const scheduler = new ReduceLROnPlateau(optimizer, { patience: 0, factor: 0.5, minLr: 2 });
    scheduler.step(1);
    scheduler.step(1);
    expect(scheduler.getLastLr()).toEqual([1, 5]);
    optimizer.paramGroups.splice(1, 0, { lr: 8 });
    scheduler.step(0);
    expect(scheduler.getLastLr()).toEqual([1, 4, 5]);
    scheduler.step(1);
    expect(scheduler.getLastLr()).toEqual([1, 2, 2.5]);
  });

  it("keeps a group that is added to its minLr in the same step", () => {
    const optimizer: { paramGroups: ParamGroup[] } = optimizerOf(4);
    const scheduler = new ReduceLROnPlateau(optimizer, { patience: 0, factor: 0.5, minLr: 3, mode: "max" });
    for (const metric of [2, 1, 1]) scheduler.step(metric);
    expect(scheduler.getLastLr()).toEqual([3]);
    optimizer.paramGroups.push({ lr: 6 });
    scheduler.step(1);
    expect(scheduler.getLastLr()).toEqual([3, 3]);
  });

  it("asks for a minLr of the group that was added, where it was given a list", () => {
    const optimizer: { paramGroups: ParamGroup[] } = optimizerOf(1);
    const scheduler = new ReduceLROnPlateau(optimizer, { minLr: [0.1] });
    optimizer.paramGroups.push({ lr: 8 });
    expect(messageOf(() => scheduler.step(0))).toContain("minLr");
  });
});
