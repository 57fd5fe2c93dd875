import { describe, expect, it } from "vitest";
import {
  ChainedScheduler,
  CosineAnnealingLR,
  CyclicLR,
  LambdaLR,
  type LRScheduler,
  MultiplicativeLR,
  OneCycleLR,
  type Optimizer,
  ReduceLROnPlateau,
  SequentialLR,
  StepLR,
  SWALR,
  WarmupMultiFactorScheduler,
} from "../../src/torch/index.ts";
import { messageOf } from "../issues.ts";
import { recordedOptimizer } from "../recorder.ts";
import { FAULT, fragile } from "./fragile.ts";

const MAKERS: Readonly<Record<string, (optimizer: Optimizer) => LRScheduler>> = {
  StepLR: (optimizer) => new StepLR(optimizer, { stepSize: 1, gamma: 0.5 }),
  WarmupMultiFactorScheduler: (optimizer) => new WarmupMultiFactorScheduler(optimizer, { milestones: [6] }),
  MultiplicativeLR: (optimizer) => new MultiplicativeLR(optimizer, { lrLambda: () => 0.5 }),
  SWALR: (optimizer) => new SWALR(optimizer, { swaLr: 0.01 }),
  OneCycleLR: (optimizer) => new OneCycleLR(optimizer, { maxLr: 1, totalSteps: 10 }),
  SequentialLR: (optimizer) => {
    const schedulers = [new StepLR(optimizer, { stepSize: 1 }), new SWALR(optimizer, { swaLr: 0.01 })];
    return new SequentialLR(optimizer, { schedulers, milestones: [3] });
  },
  ChainedScheduler: (optimizer) => {
    const schedulers = [
      new StepLR(optimizer, { stepSize: 1 }),
      new CosineAnnealingLR(optimizer, { tMax: 9, etaMin: 0.01 }),
    ];
    return new ChainedScheduler(optimizer, { schedulers });
  },
};

describe("an optimizer that throws in the midst of a step", () => {
  it.each(Object.keys(MAKERS))("leaves %s and the groups as they were", (name) => {
    const { optimizer, held } = fragile();
    const scheduler = (MAKERS[name] as (typeof MAKERS)[string])(optimizer);
    scheduler.step();
    const before = JSON.stringify([optimizer, scheduler.stateDict()]);
    held.broken = true;
    expect(() => scheduler.step()).toThrow(FAULT);
    expect(() => scheduler.step(4)).toThrow(FAULT);
    expect(JSON.stringify([optimizer, scheduler.stateDict()])).toBe(before);
    held.broken = false;
    scheduler.step();
    const whole = fragile();
    const other = (MAKERS[name] as (typeof MAKERS)[string])(whole.optimizer);
    other.step();
    other.step();
    expect(JSON.stringify([optimizer, scheduler.stateDict()])).toBe(
      JSON.stringify([whole.optimizer, other.stateDict()]),
    );
  });

  it("is written nothing more than what it had", () => {
    const { optimizer, writes } = recordedOptimizer(0, 1);
    const scheduler = new StepLR(optimizer, { stepSize: 1, gamma: 0.5 });
    const breaks = {
      get lr() {
        return 3;
      },
      set lr(_) {
        throw FAULT;
      },
    };
    optimizer.paramGroups.push(breaks);
    expect(() => scheduler.step()).toThrow(FAULT);
    expect(writes).toEqual([0.5, 1]);
  });

  it("leaves a plateau as it was, which can be given the metric again", () => {
    const { optimizer, held } = fragile();
    const scheduler = new ReduceLROnPlateau(optimizer, { patience: 0, factor: 0.5 });
    scheduler.step(1);
    const before = JSON.stringify([optimizer, scheduler.stateDict()]);
    held.broken = true;
    expect(() => scheduler.step(1)).toThrow(FAULT);
    expect(JSON.stringify([optimizer, scheduler.stateDict()])).toBe(before);
    held.broken = false;
    scheduler.step(1);
    expect(scheduler.getLastLr()).toEqual([0.05, 0.1]);
  });

  it("leaves the rate as it was where momentum cannot be written", () => {
    const { optimizer, held } = fragile("momentum");
    const scheduler = new OneCycleLR(optimizer, { maxLr: 1, totalSteps: 10 });
    scheduler.step();
    const before = JSON.stringify([optimizer, scheduler.stateDict()]);
    held.broken = true;
    expect(() => scheduler.step()).toThrow(FAULT);
    expect(JSON.stringify([optimizer, scheduler.stateDict()])).toBe(before);
  });

  it("leaves momentum as it was where the rate cannot be written", () => {
    const { optimizer, held } = fragile("lr");
    const scheduler = new OneCycleLR(optimizer, { maxLr: 1, totalSteps: 10 });
    scheduler.step();
    const before = optimizer.paramGroups.map(({ momentum }) => momentum);
    held.broken = true;
    expect(() => scheduler.step()).toThrow(FAULT);
    expect(optimizer.paramGroups.map(({ momentum }) => momentum)).toEqual(before);
  });

  it("leaves a rate that was written by hand as it was", () => {
    const { optimizer, held } = fragile();
    const scheduler = new StepLR(optimizer, { stepSize: 1, gamma: 0.5 });
    (optimizer.paramGroups[0] as { lr: number }).lr = 7;
    held.broken = true;
    expect(() => scheduler.step()).toThrow(FAULT);
    expect(optimizer.paramGroups.map(({ lr }) => lr)).toEqual([7, 0.2]);
  });

  it("leaves out a scheduler that is just being made", () => {
    const { optimizer, held } = fragile();
    const first = new StepLR(optimizer, { stepSize: 1, gamma: 0.5 });
    held.broken = true;
    expect(() => new WarmupMultiFactorScheduler(optimizer, { milestones: [] })).toThrow(FAULT);
    held.broken = false;
    first.step();
    expect(optimizer.paramGroups.map(({ lr }) => lr)).toEqual([0.05, 0.1]);
  });

  it("leaves the parts of a scheduler that cannot be made to themselves", () => {
    const { optimizer, held } = fragile();
    const schedulers = [new StepLR(optimizer, { stepSize: 1, gamma: 0.5 }), new StepLR(optimizer, { stepSize: 2 })];
    schedulers[0]?.step(4);
    held.broken = true;
    expect(() => new SequentialLR(optimizer, { schedulers, milestones: [2] })).toThrow(FAULT);
    held.broken = false;
    schedulers[1]?.step(2);
    expect(optimizer.paramGroups[0]?.lr).toBeCloseTo(0.1 / 16 / 10, 15);
  });
});

describe("what is refused only when the rate is known", () => {
  const below0 = { baseLr: 1, maxLr: 0, stepSizeUp: 1, baseMomentum: 0.8, maxMomentum: 0.81, scaleFn: () => 3 };

  it("changes nothing at construction, not even momentum", () => {
    const { optimizer } = fragile();
    const steady = new CyclicLR(optimizer, { baseLr: 0.5, maxLr: 1, maxMomentum: 0.7, baseMomentum: 0.6 });
    const before = JSON.stringify([optimizer, steady.stateDict()]);
    expect(messageOf(() => new CyclicLR(optimizer, { ...below0, lastEpoch: 0 }))).toContain("scaleFn(1): expected");
    expect(JSON.stringify([optimizer, steady.stateDict()])).toBe(before);
    steady.step(0);
    expect(optimizer.paramGroups[0]).toMatchObject({ lr: 0.5, momentum: 0.7 });
  });

  it("leaves no base rate on groups that had none", () => {
    const { optimizer, held } = fragile();
    held.broken = true;
    const before = JSON.stringify(optimizer);
    expect(() => new OneCycleLR(optimizer, { maxLr: 1, totalSteps: 10 })).toThrow(FAULT);
    expect(JSON.stringify(optimizer)).toBe(before);
    held.broken = false;
    const swa = new SWALR(optimizer, { swaLr: 1 });
    expect(swa.stateDict().bases).toEqual({ lr: [0.1, 0.2] });
  });

  it.each<[string, (optimizer: Optimizer, last: number) => LRScheduler]>([
    ["LambdaLR", (optimizer, last) => new LambdaLR(optimizer, { lrLambda: (t) => (t < last ? 0.5 : Number.NaN) })],
    ["CyclicLR", (optimizer, last) => new CyclicLR(optimizer, { ...below0, scaleFn: (n) => (n < last ? 1 : 3) })],
    [
      "a chain",
      (optimizer, last) => {
        const lrLambda = (t: number) => (t < last ? 0.5 : Number.NaN);
        const schedulers = [
          new MultiplicativeLR(optimizer, { lrLambda: () => 0.5 }),
          new LambdaLR(optimizer, { lrLambda }),
        ];
        return new SequentialLR(optimizer, { schedulers, milestones: [2] });
      },
    ],
  ])("changes nothing of %s when it is loaded", (name, make) => {
    const from = fragile();
    from.optimizer.paramGroups[0] = { lr: 7, momentum: 0.3 };
    const saved = make(from.optimizer, 10);
    saved.step(7);
    const { optimizer, held } = fragile();
    const scheduler = make(optimizer, 3);
    const before = JSON.stringify([optimizer, scheduler.stateDict()]);
    held.broken = name === "a chain";
    expect(() => scheduler.loadStateDict(saved.stateDict())).toThrow();
    expect(JSON.stringify([optimizer, scheduler.stateDict()])).toBe(before);
    held.broken = false;
    scheduler.step(0);
    expect(JSON.stringify([optimizer, scheduler.stateDict()])).toBe(before);
  });
});
