import { describe, expect, it } from "vitest";
import {
  ChainedScheduler,
  ConstantLR,
  CosineAnnealingLR,
  CosineAnnealingWarmRestarts,
  ExponentialLR,
  LambdaLR,
  LinearLR,
  MultiplicativeLR,
  ReduceLROnPlateau,
  SequentialLR,
  StepLR,
  SWALR,
} from "../../src/torch/index.ts";
import { messageOf } from "../issues.ts";
import { at, optimizerOf, walk, walked } from "./walk.ts";

describe("ChainedScheduler", () => {
  it("multiplies what its parts say", () => {
    const optimizer = optimizerOf(1);
    const schedulers = [
      new ConstantLR(optimizer, { factor: 0.1, totalIters: 3 }),
      new ExponentialLR(optimizer, { gamma: 0.9 }),
    ];
    const scheduler = new ChainedScheduler(optimizer, { schedulers });
    expect(walked(optimizer, scheduler, 5)).toEqual([0.1, 0.09, 0.081, 0.729, 0.6561, 0.59049]);
    expect(at(optimizer, scheduler, [1, 3])).toEqual([expect.closeTo(0.09, 15), expect.closeTo(0.729, 15)]);
    expect(scheduler.plan).toMatchObject({
      kind: "product",
      factors: [{ value: "1x" }, { from: 0.1, to: [1] }, { from: 1 }],
    });
  });

  it("goes on where a part of it ends, also inside a sequence", () => {
    const optimizer = optimizerOf(1);
    const schedulers = [
      new LinearLR(optimizer, { startFactor: 0.5, totalIters: 2 }),
      new ExponentialLR(optimizer, { gamma: 0.5 }),
    ];
    const chain = new ChainedScheduler(optimizer, { schedulers });
    const parts = [new ConstantLR(optimizer, { factor: 0.1, totalIters: 9 }), chain];
    const scheduler = new SequentialLR(optimizer, { schedulers: parts, milestones: [1] });
    expect(walk(optimizer, scheduler, 5)).toEqual([0.1, 0.5, 0.375, 0.25, 0.125, 0.0625]);
  });

  it("has functions of its own for each group, where a part has", () => {
    const optimizer = optimizerOf(1, 2);
    const sequences = new SequentialLR(optimizer, {
      schedulers: [new LambdaLR(optimizer, { lrLambda: [() => 0.5, () => 0.25] })],
      milestones: [],
    });
    const scheduler = new ChainedScheduler(optimizer, {
      schedulers: [sequences, new StepLR(optimizer, { stepSize: 1 })],
    });
    expect(scheduler.getLastLr()).toEqual([0.5, 0.5]);
    scheduler.step();
    expect(scheduler.getLastLr()).toEqual([0.05, 0.05]);
  });

  it("is stepped by others' factors as any other scheduler", () => {
    const optimizer = optimizerOf(1);
    const schedulers = [new ConstantLR(optimizer, { factor: 0.5 }), new ExponentialLR(optimizer, { gamma: 0.5 })];
    const scheduler = new ChainedScheduler(optimizer, { schedulers });
    const plateau = new ReduceLROnPlateau(optimizer, { patience: 0, factor: 0.5 });
    plateau.step(1);
    plateau.step(1);
    scheduler.step();
    expect(optimizer.paramGroups[0]?.lr).toBe(0.125);
  });

  it("of one is that one", () => {
    for (const make of [
      (optimizer: ReturnType<typeof optimizerOf>) => new CosineAnnealingWarmRestarts(optimizer, { t0: 3 }),
      (optimizer: ReturnType<typeof optimizerOf>) => new MultiplicativeLR(optimizer, { lrLambda: () => 0.5 }),
      (optimizer: ReturnType<typeof optimizerOf>) => new SWALR(optimizer, { swaLr: 0.1 }),
    ]) {
      const alone = optimizerOf(1);
      const rates = walk(alone, make(alone), 6);
      const optimizer = optimizerOf(1);
      const scheduler = new ChainedScheduler(optimizer, { schedulers: [make(optimizer)] });
      expect(walk(optimizer, scheduler, 6)).toEqual(rates);
    }
  });

  it.each<[string, (optimizer: ReturnType<typeof optimizerOf>) => readonly unknown[], string]>([
    ["none", () => [], "schedulers: expected a list of 1 to 100,000 entries, received a list of 0"],
    ["what is no scheduler", () => [{}], "schedulers[0]: expected a scheduler of this optimizer"],
    [
      "one whose steps need a metric",
      (optimizer) => [new ReduceLROnPlateau(optimizer)],
      "schedulers[0]: expected one whose steps need no metric, received [object]",
    ],
  ])("refuses %s", (_, make, message) => {
    const optimizer = optimizerOf(1);
    const schedulers = make(optimizer) as never;
    expect(messageOf(() => new ChainedScheduler(optimizer, { schedulers }))).toContain(message);
  });
});

describe("a chain whose parts do more than multiply", () => {
  it("goes in the order of the list: what overwrites, forgets what was before it", () => {
    const optimizer = optimizerOf(1);
    const lambda = () => new LambdaLR(optimizer, { lrLambda: (epoch) => 1 / (1 + epoch) });
    const steps = () => new StepLR(optimizer, { stepSize: 2, gamma: 0.5 });
    const forgetful = new ChainedScheduler(optimizer, { schedulers: [steps(), lambda()] });
    expect(walk(optimizer, forgetful, 3)).toEqual([1, 1 / 2, 1 / 3, 1 / 4]);
    const other = optimizerOf(1);
    const schedulers = [
      new LambdaLR(other, { lrLambda: (epoch) => 1 / (1 + epoch) }),
      new StepLR(other, { stepSize: 2, gamma: 0.5 }),
    ];
    expect(walk(other, new ChainedScheduler(other, { schedulers }), 3)).toEqual([1, 1 / 2, 1 / 6, 1 / 4]);
  });

  it("leads the distance to a floor", () => {
    const optimizer = optimizerOf(1);
    const schedulers = [
      new CosineAnnealingLR(optimizer, { tMax: 2, etaMin: 0.2 }),
      new ExponentialLR(optimizer, { gamma: 0.5 }),
    ];
    const scheduler = new ChainedScheduler(optimizer, { schedulers });
    expect(walked(optimizer, scheduler, 3)).toEqual([1, 0.3, 0.1, 0.25]);
    expect(scheduler.plan).toBeUndefined();
    expect(scheduler.stateDict()).toMatchObject({
      program: { lr: { chained: [{ kind: "cosineWave" }, { kind: "exponential" }] } },
      rates: [expect.closeTo(0.25, 12)],
    });
    expect(at(optimizer, scheduler, [1, 3, 0])).toEqual([expect.closeTo(0.3, 12), expect.closeTo(0.25, 12), 1]);
  });

  it("comes back from a factor of 0", () => {
    const optimizer = optimizerOf(1);
    const schedulers = [
      new CosineAnnealingLR(optimizer, { tMax: 1 }),
      new MultiplicativeLR(optimizer, { lrLambda: () => 0.5 }),
    ];
    expect(walked(optimizer, new ChainedScheduler(optimizer, { schedulers }), 2)).toEqual([1, 0, 0.5]);
  });

  it("is where a sequence begins it, at the base rate", () => {
    const optimizer = optimizerOf(1);
    const schedulers = [
      new MultiplicativeLR(optimizer, { lrLambda: () => 0.5 }),
      new ConstantLR(optimizer, { factor: 0.5, totalIters: 9 }),
    ];
    const chain = new ChainedScheduler(optimizer, { schedulers });
    const parts = [new ConstantLR(optimizer, { factor: 0.1, totalIters: 9 }), chain];
    const scheduler = new SequentialLR(optimizer, { schedulers: parts, milestones: [2] });
    expect(walked(optimizer, scheduler, 4)).toEqual([0.1, 0.1, 0.5, 0.25, 0.125]);
  });

  it("keeps to the base rates that its state had", () => {
    const make = (base: number) => {
      const optimizer = optimizerOf(base);
      const schedulers = [
        new CosineAnnealingLR(optimizer, { tMax: 4, etaMin: 0.2 }),
        new LinearLR(optimizer, { startFactor: 0.5, totalIters: 4 }),
      ];
      return { optimizer, scheduler: new ChainedScheduler(optimizer, { schedulers }) };
    };
    const { optimizer, scheduler } = make(1);
    scheduler.step(3);
    const fresh = make(7);
    fresh.scheduler.loadStateDict(JSON.parse(JSON.stringify(scheduler.stateDict())));
    for (let i = 0; i < 9; i++) {
      scheduler.step();
      fresh.scheduler.step();
      expect(fresh.optimizer).toEqual(optimizer);
    }
  });
});
