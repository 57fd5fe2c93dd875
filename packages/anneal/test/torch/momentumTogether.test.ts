import { describe, expect, it } from "vitest";
import { ChainedScheduler, CyclicLR, LambdaLR, LinearLR, OneCycleLR, SequentialLR } from "../../src/torch/index.ts";

const sgd = (...momenta: number[]) => ({ paramGroups: momenta.map((momentum) => ({ lr: 0.1, momentum })) });
const CYCLE = { baseLr: 1, maxLr: 3, stepSizeUp: 2 };
const ONE = { maxLr: 1, totalSteps: 10, annealStrategy: "linear" } as const;

describe("the momentum of parts", () => {
  const parts = (optimizer: ReturnType<typeof sgd>) => [
    new LinearLR(optimizer, { totalIters: 2 }),
    new OneCycleLR(optimizer, ONE),
  ];
  const momenta = (optimizer: ReturnType<typeof sgd>, scheduler: { step(epoch: number): void }, epochs: number[]) =>
    epochs.map((epoch) => {
      scheduler.step(epoch);
      return Number(optimizer.paramGroups[0]?.momentum.toFixed(12));
    });

  it("is cycled in its turn, held before and after", () => {
    const optimizer = sgd(0.5);
    const scheduler = new SequentialLR(optimizer, { schedulers: parts(optimizer), milestones: [4] });
    expect(momenta(optimizer, scheduler, [0, 3, 4, 5, 6, 13, 20, 2])).toEqual([
      0.95, 0.95, 0.95, 0.9, 0.85, 0.95, 0.95, 0.95,
    ]);
    const other = sgd(0.5);
    const reversed = new SequentialLR(other, { schedulers: parts(other).reverse(), milestones: [1] });
    expect(momenta(other, reversed, [0, 1, 50])).toEqual([0.95, 0.9, 0.9]);
    expect(reversed.stateDict().program).toHaveProperty("momentum");
    // The parts' own cycles are no longer there to be led.
    expect(reversed.stateDict()).not.toHaveProperty("leads");
  });

  it("is held where a scale of the user's was cut", () => {
    const optimizer = sgd(0.5);
    const ends = { baseMomentum: 0.5, maxMomentum: 0.75 };
    const schedulers = [
      new CyclicLR(optimizer, { ...CYCLE, ...ends, scaleFn: () => 0.5 }),
      new LinearLR(optimizer, { totalIters: 2 }),
    ];
    const scheduler = new SequentialLR(optimizer, { schedulers, milestones: [2] });
    expect(momenta(optimizer, scheduler, [0, 1, 2, 3, 9])).toEqual([0.75, 0.6875, 0.625, 0.625, 0.625]);
  });

  it("may be cut where the user's scale is not defined", () => {
    const optimizer = sgd(0.5);
    const scaleFn = (step: number) => {
      if (step >= 2) throw new RangeError("only two steps are known");
      return 1;
    };
    const schedulers = [
      new CyclicLR(optimizer, { ...CYCLE, scaleFn, scaleMode: "iterations" }),
      new LinearLR(optimizer, { totalIters: 2 }),
    ];
    const scheduler = new SequentialLR(optimizer, { schedulers, milestones: [2] });
    expect(momenta(optimizer, scheduler, [0, 1])).toEqual([0.9, 0.85]);
    scheduler.step(2);
    expect(optimizer.paramGroups[0]?.lr).toBeCloseTo(0.1 / 3, 12);
    expect(() => scheduler.step(1.999)).not.toThrow();
  });

  it("follows the whole chain", () => {
    const optimizer = sgd(0.5);
    const scheduler = new ChainedScheduler(optimizer, { schedulers: parts(optimizer) });
    expect(momenta(optimizer, scheduler, [0, 1, 2, 9])).toEqual([0.95, 0.9, 0.85, 0.95]);
  });

  it("is nobody's when its part is left out", () => {
    const optimizer = sgd(0.5);
    const scheduler = new SequentialLR(optimizer, { schedulers: parts(optimizer).reverse(), milestones: [0] });
    expect(momenta(optimizer, scheduler, [0, 1, 2])).toEqual([0.95, 0.95, 0.95]);
    expect(scheduler.stateDict().program).not.toHaveProperty("momentum");
  });

  it("stays with one part that stands alone", () => {
    const optimizer = sgd(0.5);
    const schedulers = [new OneCycleLR(optimizer, ONE)];
    const scheduler = new SequentialLR(optimizer, { schedulers, milestones: [] });
    expect(momenta(optimizer, scheduler, [1, 2])).toEqual([0.9, 0.85]);
  });
});

describe("which of several schedulers cycles momentum", () => {
  it("comes back with the states, also where another one sets the rate", () => {
    const build = () => {
      const optimizer = sgd(0.5);
      const one = new OneCycleLR(optimizer, ONE);
      const cyclic = new CyclicLR(optimizer, CYCLE);
      const steady = new LambdaLR(optimizer, { lrLambda: () => 1 });
      return { optimizer, all: [one, cyclic, steady] as const };
    };
    const { optimizer, all } = build();
    all[0].step();
    all[2].step();
    const saved = all.map((scheduler) => JSON.parse(JSON.stringify(scheduler.stateDict())));
    expect(saved.map(({ leads }) => leads)).toEqual([["momentum"], undefined, ["lr"]]);
    const again = build();
    for (const k of [2, 0, 1]) again.all[k]?.loadStateDict(saved[k]);
    expect(again.optimizer.paramGroups[0]).toEqual({ ...optimizer.paramGroups[0] });
    expect(again.optimizer.paramGroups[0]?.momentum).toBeCloseTo(0.9, 12);
  });

  it("is the one that moved last, however far", () => {
    const optimizer = sgd(0.5);
    const one = new OneCycleLR(optimizer, ONE);
    new CyclicLR(optimizer, CYCLE);
    expect(optimizer.paramGroups[0]?.momentum).toBe(0.9);
    one.step(0);
    expect(optimizer.paramGroups[0]).toMatchObject({ lr: 0.04, momentum: 0.95 });
  });

  it("is what the state says and nothing else", () => {
    const optimizer = sgd(0.5);
    const scheduler = new OneCycleLR(optimizer, ONE);
    for (const leads of [3, "x", null, {}, true]) scheduler.loadStateDict({ ...scheduler.stateDict(), leads } as never);
    expect(scheduler.stateDict()).not.toHaveProperty("leads");
  });
});
