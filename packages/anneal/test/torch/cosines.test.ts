import { describe, expect, it } from "vitest";
import { CosineAnnealingLR, CosineAnnealingWarmRestarts, StepLR } from "../../src/torch/index.ts";
import { at, optimizerOf, walk, walked } from "./walk.ts";

describe("CosineAnnealingLR", () => {
  it("swings between the base and etaMin, exact at both", () => {
    const optimizer = optimizerOf(0.1);
    const scheduler = new CosineAnnealingLR(optimizer, { tMax: 4, etaMin: 0.01 });
    expect(walked(optimizer, scheduler, 11)).toEqual([
      0.1, 0.08681980515, 0.055, 0.02318019485, 0.01, 0.02318019485, 0.055, 0.08681980515, 0.1, 0.08681980515, 0.055,
      0.02318019485,
    ]);
    expect(at(optimizer, scheduler, [4, 8, 12, 8e6])).toEqual([0.01, 0.1, 0.01, 0.1]);
  });

  it("has etaMin 0 unless told otherwise, and may be read in any order", () => {
    const optimizer = optimizerOf(0.5);
    const scheduler = new CosineAnnealingLR(optimizer, { tMax: 10 });
    expect(at(optimizer, scheduler, [10, 0, 10, 20])).toEqual([0, 0.5, 0, 0.5]);
    expect(scheduler.lastEpoch).toBe(20);
  });

  it("may rise to etaMin", () => {
    const optimizer = optimizerOf(0.1);
    expect(at(optimizer, new CosineAnnealingLR(optimizer, { tMax: 2, etaMin: 0.3 }), [0, 1, 2])).toEqual([
      0.1, 0.2, 0.3,
    ]);
  });

  it("saves its rates only where they can leave the plan", () => {
    expect(new CosineAnnealingLR(optimizerOf(1), { tMax: 3 }).stateDict().rates).toBeUndefined();
    expect(new CosineAnnealingLR(optimizerOf(1), { tMax: 3, etaMin: 0.1 }).stateDict().rates).toEqual([1]);
  });
});

describe("CosineAnnealingLR beside another scheduler", () => {
  /** The rate from one step to the next, as PyTorch makes it. */
  const step = (rate: number, t: number, tMax: number, etaMin: number) =>
    etaMin + ((rate - etaMin) * (1 + Math.cos((Math.PI * t) / tMax))) / (1 + Math.cos((Math.PI * (t - 1)) / tMax));

  it("goes on from the rate in force", () => {
    const optimizer = optimizerOf(1);
    const cosine = new CosineAnnealingLR(optimizer, { tMax: 10, etaMin: 0.1 });
    const steps = new StepLR(optimizer, { stepSize: 2, gamma: 0.5 });
    let expected = 1;
    for (let t = 1; t < 10; t++) {
      cosine.step();
      steps.step();
      expected = step(expected, t, 10, 0.1) * (t % 2 === 0 ? 0.5 : 1);
      expect(optimizer.paramGroups[0]?.lr).toBeCloseTo(expected, 12);
    }
    cosine.step();
    expect(optimizer.paramGroups[0]?.lr).toBeCloseTo(0.1, 12);
  });

  it("is at its plan's rate times theirs when it is sought backwards", () => {
    const optimizer = optimizerOf(1);
    const cosine = new CosineAnnealingLR(optimizer, { tMax: 10, etaMin: 0.2 });
    const steps = new StepLR(optimizer, { stepSize: 1, gamma: 0.5 });
    steps.step();
    cosine.step(8);
    cosine.step(5);
    expect(optimizer.paramGroups[0]?.lr).toBeCloseTo(0.3, 12);
  });

  it("never goes below 0, where PyTorch does", () => {
    const optimizer = optimizerOf(1);
    const cosine = new CosineAnnealingLR(optimizer, { tMax: 4, etaMin: 0.1 });
    const steps = new StepLR(optimizer, { stepSize: 4, gamma: 0.1 });
    for (let t = 0; t < 8; t++) {
      cosine.step();
      steps.step();
      expect(optimizer.paramGroups[0]?.lr).toBeGreaterThanOrEqual(0);
    }
  });

  it("follows its plan to the last bit while the other does nothing", () => {
    const alone = optimizerOf(0.3);
    const rates = walk(alone, new CosineAnnealingLR(alone, { tMax: 7, etaMin: 0.01 }), 20);
    const optimizer = optimizerOf(0.3);
    const cosine = new CosineAnnealingLR(optimizer, { tMax: 7, etaMin: 0.01 });
    new StepLR(optimizer, { stepSize: 100 });
    expect(walk(optimizer, cosine, 20)).toEqual(rates);
  });
});

describe("CosineAnnealingWarmRestarts", () => {
  it("begins again at the top, each time over more epochs", () => {
    const optimizer = optimizerOf(1);
    const scheduler = new CosineAnnealingWarmRestarts(optimizer, { t0: 2, tMult: 2 });
    expect(walked(optimizer, scheduler, 7)).toEqual([1, 0.5, 1, 0.8535533906, 0.5, 0.1464466094, 1, 0.9619397663]);
  });

  it("has cycles of equal length unless told otherwise", () => {
    const optimizer = optimizerOf(1);
    const scheduler = new CosineAnnealingWarmRestarts(optimizer, { t0: 3, etaMin: 0.1 });
    expect(walked(optimizer, scheduler, 6)).toEqual([1, 0.775, 0.325, 1, 0.775, 0.325, 1]);
  });

  it("takes fractional epochs, and tells the whole one", () => {
    const optimizer = optimizerOf(1);
    const scheduler = new CosineAnnealingWarmRestarts(optimizer, { t0: 2, tMult: 2 });
    scheduler.step(2.5);
    const half = (1 + Math.cos((Math.PI * 0.5) / 4)) / 2;
    expect([scheduler.lastEpoch, optimizer.paramGroups[0]?.lr]).toEqual([2, expect.closeTo(half, 14)]);
    scheduler.step();
    expect(scheduler.lastEpoch).toBe(3);
    expect(scheduler.stateDict().position).toBe(3.5);
  });

  it("finds every restart, also where a rounded logarithm misses it", () => {
    for (const tMult of [2, 3, 5, 10]) {
      const optimizer = optimizerOf(1);
      const scheduler = new CosineAnnealingWarmRestarts(optimizer, { t0: 10, tMult });
      for (let [start, length] = [0, 10]; start < 1e9; [start, length] = [start + length, length * tMult]) {
        scheduler.step(start);
        expect([start, optimizer.paramGroups[0]?.lr]).toEqual([start, 1]);
        scheduler.step(start + length / 2);
        expect(optimizer.paramGroups[0]?.lr).toBeCloseTo(0.5, 12);
      }
    }
  });
});
