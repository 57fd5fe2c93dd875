import { describe, expect, it } from "vitest";
import { schedule } from "../../src/index.ts";
import {
  ChainedScheduler,
  ConstantLR,
  CosineAnnealingLR,
  CyclicLR,
  ExponentialLR,
  LambdaLR,
  LinearLR,
  type LRScheduler,
  MultiplicativeLR,
  MultiStepLR,
  OneCycleLR,
  type Optimizer,
  type ParamGroup,
  SequentialLR,
  StepLR,
} from "../../src/torch/index.ts";
import { messageOf } from "../issues.ts";
import { at, optimizerOf, walk, walked } from "./walk.ts";

function sequence(optimizer: Optimizer, schedulers: readonly LRScheduler[], milestones: readonly number[]) {
  return new SequentialLR(optimizer, { schedulers, milestones });
}

describe("SequentialLR", () => {
  it("follows one scheduler after another, each on its own clock", () => {
    const optimizer = optimizerOf(1);
    const parts = [
      new LinearLR(optimizer, { startFactor: 0.1, totalIters: 3 }),
      new CosineAnnealingLR(optimizer, { tMax: 4 }),
    ];
    expect(walked(optimizer, sequence(optimizer, parts, [3]), 8)).toEqual([
      0.1, 0.4, 0.7, 1, 0.8535533906, 0.5, 0.1464466094, 0, 0.1464466094,
    ]);
  });

  it("is one plan, where all of its parts have one", () => {
    const optimizer = optimizerOf(0.5);
    const parts = [
      new ConstantLR(optimizer, { factor: 0.25, totalIters: 9 }),
      new MultiStepLR(optimizer, { milestones: [30] }),
    ];
    const { plan } = sequence(optimizer, parts, [5]);
    expect(plan).toMatchObject({ kind: "sequence", parts: [{ plan: { kind: "piecewise" }, until: 5 }, {}] });
    const lr = schedule(plan as never, { base: 0.5 });
    expect([4, 5, 34, 35].map((epoch) => lr(epoch))).toEqual([0.125, 0.5, 0.5, 0.05]);
  });

  it("goes anywhere, and starts where lastEpoch says", () => {
    const optimizer = optimizerOf(1);
    const parts = () => [new ConstantLR(optimizer, { factor: 0.5 }), new ExponentialLR(optimizer, { gamma: 0.5 })];
    expect(at(optimizer, sequence(optimizer, parts(), [3]), [5, 2, 3, 4])).toEqual([0.25, 0.5, 1, 0.5]);
    const other = optimizerOf(1);
    const schedulers = [new ConstantLR(other, { factor: 0.5 }), new ExponentialLR(other, { gamma: 0.5 })];
    new SequentialLR(other, { schedulers, milestones: [3], lastEpoch: 4 });
    expect(other.paramGroups[0]?.lr).toBe(0.25);
  });

  it("leaves out the first with a milestone of 0", () => {
    const optimizer = optimizerOf(1);
    const parts = [
      new ConstantLR(optimizer, { factor: 0.5 }),
      new ExponentialLR(optimizer, { gamma: 0.5 }),
      new ConstantLR(optimizer, { factor: 0.1 }),
    ];
    expect(walk(optimizer, sequence(optimizer, parts, [0, 2]), 3)).toEqual([1, 0.5, 0.1, 0.1]);
  });

  it("has its parts begin at the base rate, whatever came before", () => {
    const optimizer = optimizerOf(1);
    const parts = [new ExponentialLR(optimizer, { gamma: 0.1 }), new StepLR(optimizer, { stepSize: 2, gamma: 0.5 })];
    expect(walked(optimizer, sequence(optimizer, parts, [2]), 4)).toEqual([1, 0.1, 1, 1, 0.5]);
  });

  it("has a warm-up at the optimizer's own rate before OneCycleLR, which takes no notice of it", () => {
    const optimizer = optimizerOf(0.15);
    const parts = [
      new LinearLR(optimizer, { startFactor: 0.1, totalIters: 2 }),
      new OneCycleLR(optimizer, { maxLr: 1, totalSteps: 10, cycleMomentum: false }),
    ];
    expect(walked(optimizer, sequence(optimizer, parts, [2]), 3)).toEqual([0.015, 0.0825, 0.04, 0.52]);
    expect(optimizer.paramGroups[0]).toMatchObject({ initialLr: 0.15 });
  });

  it("lets CyclicLR go first without taking its base", () => {
    const optimizer = optimizerOf(0.5);
    const cycle = new CyclicLR(optimizer, { baseLr: 0.1, maxLr: 0.2, stepSizeUp: 1, cycleMomentum: false });
    const parts = [cycle, new ConstantLR(optimizer, { factor: 1 })];
    expect(walk(optimizer, sequence(optimizer, parts, [2]), 2)).toEqual([0.1, 0.2, 0.5]);
  });

  it("has functions of several parts, each under its own name", () => {
    const optimizer = optimizerOf(1, 2);
    const parts = [
      new LambdaLR(optimizer, { lrLambda: [() => 0.5, () => 0.25] }),
      new LambdaLR(optimizer, { lrLambda: (epoch) => 0.1 ** epoch }),
    ];
    const scheduler = sequence(optimizer, parts, [1]);
    expect(scheduler.getLastLr()).toEqual([0.5, 0.5]);
    scheduler.step(2);
    expect(scheduler.getLastLr()).toEqual([0.1, 0.2]);
    expect(JSON.stringify(scheduler.plan)).toContain('"0.lrLambda[1]"');
    expect(JSON.stringify(scheduler.plan)).toContain('"1.lrLambda"');
  });

  it("asks a function only for epochs of its own part, and never for an endless one", () => {
    const table = [0.1, 0.2, 0.3];
    const asked = new Set<number>();
    const lrLambda = (epoch: number) => table[asked.add(epoch) && epoch] as number;
    for (const wrap of [false, true]) {
      const optimizer: { paramGroups: ParamGroup[] } = optimizerOf(1);
      const parts: LRScheduler[] = [new LambdaLR(optimizer, { lrLambda }), new LambdaLR(optimizer, { lrLambda })];
      if (wrap) parts.push(new MultiplicativeLR(optimizer, { lrLambda: () => 0.5 }));
      const scheduler = sequence(optimizer, parts, wrap ? [3, 6] : [3]);
      expect(walk(optimizer, scheduler, 5)).toEqual([0.1, 0.2, 0.3, 0.1, 0.2, 0.3]);
      optimizer.paramGroups.push({ lr: 10 });
      scheduler.step(4);
      expect(scheduler.getLastLr()).toEqual([0.2, 2]);
      expect([...asked].every(Number.isFinite)).toBe(true);
      if (wrap) continue;
      expect(messageOf(() => scheduler.step(6))).toBe(
        "lrLambda(3): expected a finite number from 0, received undefined",
      );
      expect([scheduler.lastEpoch, ...scheduler.getLastLr()]).toEqual([4, 0.2, 2]);
    }
  });

  it("may be inside another, and inside a chain", () => {
    const optimizer = optimizerOf(1);
    const inner = sequence(
      optimizer,
      [new ConstantLR(optimizer, { factor: 0.5, totalIters: 9 }), new ConstantLR(optimizer, { factor: 0.25 })],
      [2],
    );
    const outer = sequence(optimizer, [new ConstantLR(optimizer, { factor: 0.1 }), inner], [1]);
    expect(walk(optimizer, outer, 4)).toEqual([0.1, 0.5, 0.5, 0.25, 0.25]);
    const chain = new ChainedScheduler(optimizer, {
      schedulers: [outer, new ExponentialLR(optimizer, { gamma: 0.5 })],
    });
    expect(walked(optimizer, chain, 3)).toEqual([0.1, 0.25, 0.125, 0.03125]);
  });

  it("of one is that one", () => {
    const alone = optimizerOf(1);
    const cosine = new CosineAnnealingLR(alone, { tMax: 3, etaMin: 0.1 });
    const rates = walk(alone, cosine, 7);
    const optimizer = optimizerOf(1);
    const part = new CosineAnnealingLR(optimizer, { tMax: 3, etaMin: 0.1 });
    part.step(2);
    const wrapped = sequence(optimizer, [part], []);
    expect(walk(optimizer, wrapped, 7)).toEqual(rates);
    expect([wrapped.plan, wrapped.stateDict()]).toEqual([cosine.plan, cosine.stateDict()]);
  });
});
