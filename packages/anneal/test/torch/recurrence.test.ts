import { describe, expect, it } from "vitest";
import {
  ChainedScheduler,
  ConstantLR,
  CosineAnnealingLR,
  CyclicLR,
  ExponentialLR,
  MultiplicativeLR,
  StepLR,
} from "../../src/torch/index.ts";
import { optimizerOf, walk } from "./walk.ts";

const chained = (optimizer: ReturnType<typeof optimizerOf>) =>
  new ChainedScheduler(optimizer, {
    schedulers: [
      new CosineAnnealingLR(optimizer, { tMax: 10, etaMin: 0.1 }),
      new ExponentialLR(optimizer, { gamma: 0.9 }),
    ],
  });

describe("rates that are made step by step", () => {
  it("begin anew at a part that overwrites what was before it", () => {
    const optimizer = optimizerOf(1);
    const cycle = { baseLr: 0.25, maxLr: 0.75, stepSizeUp: 2, cycleMomentum: false };
    const schedulers = [new ConstantLR(optimizer, { factor: 0.5, totalIters: 2 }), new CyclicLR(optimizer, cycle)];
    expect(walk(optimizer, new ChainedScheduler(optimizer, { schedulers }), 4)).toEqual([0.25, 0.5, 0.75, 0.5, 0.25]);
  });

  it("go on from wherever they were saved, however far that is", () => {
    const optimizer = optimizerOf(1);
    const scheduler = new MultiplicativeLR(optimizer, { lrLambda: (epoch) => (epoch > 9e7 ? 0.5 : 1) });
    scheduler.loadStateDict({ ...scheduler.stateDict(), position: 9e7, rates: [0.25] });
    scheduler.step();
    expect([optimizer.paramGroups[0]?.lr, scheduler.lastEpoch]).toEqual([0.125, 9e7 + 1]);
  });

  it("go on from what was saved, and not from the plan", () => {
    const optimizer = optimizerOf(1);
    const scheduler = new CosineAnnealingLR(optimizer, { tMax: 4, etaMin: 0.5 });
    scheduler.loadStateDict({ ...scheduler.stateDict(), position: 2, rates: [0.875] });
    scheduler.step();
    const left = (1 + Math.cos((3 * Math.PI) / 4)) / 2;
    expect(optimizer.paramGroups[0]?.lr).toBeCloseTo(0.5 + (0.375 * left) / 0.5, 14);
  });

  it("are the same to the last bit when a step is done again", () => {
    const optimizer = optimizerOf(0.3);
    const cosine = new CosineAnnealingLR(optimizer, { tMax: 37, etaMin: 0.01 });
    const steps = new StepLR(optimizer, { stepSize: 1, gamma: 0.9 });
    for (let epoch = 1; epoch < 37; epoch++) {
      steps.step();
      cosine.step(epoch);
      const rate = optimizer.paramGroups[0]?.lr;
      cosine.step(epoch);
      expect(optimizer.paramGroups[0]?.lr).toBe(rate);
    }
  });

  it("are multiplied by what stands beside a chain", () => {
    const [alone, both] = [optimizerOf(1), optimizerOf(1)];
    const [chain, beside] = [chained(alone), chained(both)];
    const steps = new StepLR(both, { stepSize: 3, gamma: 0.5 });
    for (let epoch = 1; epoch < 20; epoch++) {
      for (const one of [steps, chain, beside]) one.step();
      const rate = (alone.paramGroups[0]?.lr as number) * 0.5 ** Math.floor(epoch / 3);
      expect(both.paramGroups[0]?.lr).toBeCloseTo(rate, 14);
    }
  });
});
