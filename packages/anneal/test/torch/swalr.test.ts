import { describe, expect, it } from "vitest";
import {
  CosineAnnealingLR,
  CosineAnnealingWarmRestarts,
  ExponentialLR,
  LambdaLR,
  PolynomialLR,
  SWALR,
} from "../../src/torch/index.ts";
import { optimizerOf, walk, walked } from "./walk.ts";

describe("SWALR", () => {
  it("goes from the rate at construction to a constant one", () => {
    const optimizer = optimizerOf(1);
    expect(walked(optimizer, new SWALR(optimizer, { swaLr: 0.1, annealEpochs: 4 }), 5)).toEqual([
      1, 0.8681980515, 0.55, 0.2318019485, 0.1, 0.1,
    ]);
    const line = optimizerOf(1);
    const linear = new SWALR(line, { swaLr: 0.5, annealEpochs: 4, annealStrategy: "linear" });
    expect(walk(line, linear, 5)).toEqual([1, 0.875, 0.75, 0.625, 0.5, 0.5]);
  });

  it("takes 10 epochs, or none", () => {
    const optimizer = optimizerOf(1);
    const scheduler = new SWALR(optimizer, { swaLr: 0.1 });
    scheduler.step(9);
    expect(optimizer.paramGroups[0]?.lr).toBeGreaterThan(0.1);
    scheduler.step();
    expect(optimizer.paramGroups[0]?.lr).toBe(0.1);
    const atOnce = optimizerOf(1);
    expect(walk(atOnce, new SWALR(atOnce, { swaLr: 0.1, annealEpochs: 0 }), 1)).toEqual([0.1, 0.1]);
  });

  it("has a goal for each group if asked", () => {
    const optimizer = optimizerOf(1, 2);
    const scheduler = new SWALR(optimizer, { swaLr: [0.1, 0.2], annealEpochs: 2, annealStrategy: "linear" });
    scheduler.step();
    expect(scheduler.getLastLr()).toEqual([0.55, 1.1]);
    scheduler.step();
    expect(scheduler.getLastLr()).toEqual([0.1, 0.2]);
    expect(scheduler.plan).toBeUndefined();
  });

  it("begins at the rate that the group has, not at the one that it remembers", () => {
    const optimizer = { paramGroups: [{ lr: 0.3, initialLr: 1 }] };
    new SWALR(optimizer, { swaLr: 0.1 });
    expect(optimizer.paramGroups[0]?.lr).toBe(0.3);
  });

  it("leaves the base rates that others began with as they are", () => {
    const optimizer = optimizerOf(1);
    new ExponentialLR(optimizer, { gamma: 0.5 }).step();
    new SWALR(optimizer, { swaLr: 0.1 });
    expect(optimizer.paramGroups[0]).toEqual({ lr: 0.5, initialLr: 1 });
  });

  it("does not count as a rate that CosineAnnealingLR goes on from", () => {
    const [alone, optimizer] = [optimizerOf(1), optimizerOf(1)];
    const [plain, cosine] = [alone, optimizer].map((one) => new CosineAnnealingLR(one, { tMax: 8, etaMin: 0.2 }));
    const swa = new SWALR(optimizer, { swaLr: 0.5, annealEpochs: 4, annealStrategy: "linear" });
    swa.step();
    for (let epoch = 1; epoch < 6; epoch++) {
      plain?.step();
      cosine?.step();
      const rate = alone.paramGroups[0]?.lr as number;
      expect(optimizer.paramGroups[0]?.lr).toBeCloseTo(0.5 + (rate - 0.5) * 0.75, 15);
    }
  });

  it.each([
    ["before", true],
    ["after", false],
  ])("goes on from where another scheduler went, made %s it", (_, first) => {
    const optimizer = optimizerOf(0.8);
    const swa = () => new SWALR(optimizer, { swaLr: 0.4, annealEpochs: 2, annealStrategy: "linear" });
    const early = first ? swa() : undefined;
    const decay = new ExponentialLR(optimizer, { gamma: 0.5 });
    const scheduler = early ?? swa();
    for (let i = 0; i < 3; i++) decay.step();
    expect(optimizer.paramGroups[0]?.lr).toBeCloseTo(0.1, 15);
    expect(walked(optimizer, scheduler, 3)).toEqual([0.1, 0.25, 0.4, 0.4]);
    decay.step();
    expect(optimizer.paramGroups[0]?.lr).toBe(0.4);
  });

  it("comes up from a rate of 0 too, whether that is a factor or not", () => {
    const factor = optimizerOf(1);
    new PolynomialLR(factor, { totalIters: 2 }).step(2);
    const overwriting = optimizerOf(1);
    new LambdaLR(overwriting, { lrLambda: () => 0 });
    for (const optimizer of [factor, overwriting]) {
      const scheduler = new SWALR(optimizer, { swaLr: 0.5, annealEpochs: 2, annealStrategy: "linear" });
      expect(walk(optimizer, scheduler, 2)).toEqual([0, 0.25, 0.5]);
    }
  });

  it("leads one that overwrites the rate, whichever moves", () => {
    const optimizer = optimizerOf(1);
    const restarts = new CosineAnnealingWarmRestarts(optimizer, { t0: 2 });
    const swa = new SWALR(optimizer, { swaLr: 0.5, annealEpochs: 2, annealStrategy: "linear" });
    restarts.step();
    swa.step();
    restarts.step();
    expect(optimizer.paramGroups[0]?.lr).toBe(0.75);
    swa.step();
    restarts.step();
    expect(optimizer.paramGroups[0]?.lr).toBe(0.5);
  });
});
