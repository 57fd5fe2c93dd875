import { describe, expect, it } from "vitest";
import { CyclicLR, OneCycleLR } from "../../src/torch/index.ts";
import { messageOf } from "../issues.ts";
import { at, optimizerOf, walk, walked } from "./walk.ts";

const STILL = { cycleMomentum: false } as const;

describe("CyclicLR", () => {
  it("is a triangle that is as long on each side unless told otherwise", () => {
    const optimizer = optimizerOf(0.3);
    const scheduler = new CyclicLR(optimizer, { ...STILL, baseLr: 1, maxLr: 3, stepSizeUp: 2 });
    expect(walk(optimizer, scheduler, 5)).toEqual([1, 2, 3, 2, 1, 2]);
    expect(optimizer.paramGroups[0]).toEqual({ lr: 2, initialLr: 0.3 });
  });

  it("does not look at gamma unless it is to shrink, and is then one triangle again and again", () => {
    const optimizer = optimizerOf(1);
    const scheduler = new CyclicLR(optimizer, { ...STILL, baseLr: 1, maxLr: 3, stepSizeUp: 1, gamma: 0.5 });
    expect(walk(optimizer, scheduler, 4)).toEqual([1, 3, 1, 3, 1]);
    expect(scheduler.plan).toMatchObject({ kind: "repeat", plan: { kind: "sequence" } });
  });

  it("has 2000 steps up", () => {
    const optimizer = optimizerOf(1);
    const scheduler = new CyclicLR(optimizer, { ...STILL, baseLr: 0, maxLr: 1 });
    expect(at(optimizer, scheduler, [2000, 4000, 1000])).toEqual([1, 0, 0.5]);
  });

  it("may fall slower than it rises, and from a base above", () => {
    const optimizer = optimizerOf(1);
    const options = { ...STILL, stepSizeUp: 2, stepSizeDown: 4 };
    expect(walk(optimizer, new CyclicLR(optimizer, { ...options, baseLr: 0, maxLr: 1 }), 7)).toEqual([
      0, 0.5, 1, 0.75, 0.5, 0.25, 0, 0.5,
    ]);
    const falling = optimizerOf(1);
    expect(walk(falling, new CyclicLR(falling, { ...options, baseLr: 1, maxLr: 0 }), 3)).toEqual([1, 0.5, 0, 0.25]);
  });

  it("halves each cycle in triangular2", () => {
    const optimizer = optimizerOf(1);
    const scheduler = new CyclicLR(optimizer, { ...STILL, baseLr: 1, maxLr: 5, stepSizeUp: 1, mode: "triangular2" });
    expect(walk(optimizer, scheduler, 6)).toEqual([1, 5, 1, 3, 1, 2, 1]);
  });

  it("shrinks with every step in exp_range", () => {
    const optimizer = optimizerOf(1);
    const options = { ...STILL, baseLr: 1, maxLr: 5, stepSizeUp: 1, mode: "exp_range", gamma: 0.5 } as const;
    expect(walk(optimizer, new CyclicLR(optimizer, options), 4)).toEqual([1, 3, 1, 1.5, 1]);
  });

  it("takes a scale of its own, of the cycle or of the step", () => {
    const options = { ...STILL, baseLr: 1, maxLr: 5, stepSizeUp: 1, scaleFn: (x: number) => 1 / x } as const;
    const ofCycle = optimizerOf(1);
    expect(walk(ofCycle, new CyclicLR(ofCycle, options), 5)).toEqual([1, 5, 1, 3, 1, 1 + 4 / 3]);
    const ofStep = optimizerOf(1);
    const scheduler = new CyclicLR(ofStep, { ...options, scaleFn: (t) => 1 / (1 + t), scaleMode: "iterations" });
    expect(walk(ofStep, scheduler, 3)).toEqual([1, 3, 1, 2]);
  });

  it("refuses a scale that leads below 0", () => {
    const optimizer = optimizerOf(1);
    const options = { ...STILL, baseLr: 1, maxLr: 0, stepSizeUp: 1, scaleFn: (cycle: number) => cycle };
    const scheduler = new CyclicLR(optimizer, options);
    expect(messageOf(() => scheduler.step(3))).toBe("scaleFn(3): expected a finite number from 0, received -1");
    expect(optimizer.paramGroups[0]?.lr).toBe(1);
  });

  it("begins at baseLr, whatever the groups remember", () => {
    const optimizer = { paramGroups: [{ lr: 0.3, initialLr: 0.5 }] };
    new CyclicLR(optimizer, { ...STILL, baseLr: 0.001, maxLr: 0.5, stepSizeUp: 2 });
    expect(optimizer.paramGroups[0]).toEqual({ lr: 0.001, initialLr: 0.5 });
  });

  it("has rates of its own for each group", () => {
    const optimizer = optimizerOf(1, 1);
    const scheduler = new CyclicLR(optimizer, { ...STILL, baseLr: [1, 2], maxLr: 4, stepSizeUp: 2 });
    scheduler.step();
    expect(scheduler.getLastLr()).toEqual([2.5, 3]);
    expect(scheduler.plan).toHaveLength(2);
  });
});

describe("OneCycleLR", () => {
  const ROUND = { ...STILL, maxLr: 1, totalSteps: 10 } as const;

  it("rises to maxLr and falls to almost nothing, then holds", () => {
    const optimizer = optimizerOf(123);
    expect(walked(optimizer, new OneCycleLR(optimizer, ROUND), 12)).toEqual([
      0.04, 0.52, 1, 0.950484632, 0.8117456539, 0.6112620219, 0.3887419781, 0.1882583461, 0.04951936799, 4e-6, 4e-6,
      4e-6, 4e-6,
    ]);
  });

  it("may go along straight lines", () => {
    const optimizer = optimizerOf(1);
    const scheduler = new OneCycleLR(optimizer, { ...ROUND, annealStrategy: "linear" });
    expect(walked(optimizer, scheduler, 10)).toEqual([
      0.04, 0.52, 1, 0.8571434286, 0.7142868571, 0.5714302857, 0.4285737143, 0.2857171429, 0.1428605714, 4e-6, 4e-6,
    ]);
  });

  it("has three phases if asked", () => {
    const optimizer = optimizerOf(1);
    const scheduler = new OneCycleLR(optimizer, {
      ...ROUND,
      totalSteps: 20,
      annealStrategy: "linear",
      threePhase: true,
    });
    expect(walked(optimizer, scheduler, 20)).toEqual([
      0.04, 0.232, 0.424, 0.616, 0.808, 1, 0.808, 0.616, 0.424, 0.232, 0.04, 0.035556, 0.031112, 0.026668, 0.022224,
      0.01778, 0.013336, 0.008892, 0.004448, 4e-6, 4e-6,
    ]);
  });

  it("stops where its steps end, in whatever phase that is", () => {
    for (const [pctStart, expected] of [
      [0.6, [0.04, 1, 0.232, 0.232]],
      [1, [0.04, 0.5733333333, 1, 1]],
    ] as const) {
      const optimizer = optimizerOf(1);
      const scheduler = new OneCycleLR(optimizer, { ...ROUND, pctStart, annealStrategy: "linear", threePhase: true });
      const rates = at(optimizer, scheduler, [0, 5, 9, 12]);
      expect(rates.map((rate) => Number(rate.toPrecision(10)))).toEqual(expected);
    }
  });

  it("may spend all of its steps rising, or none", () => {
    const rising = optimizerOf(1);
    expect(at(rising, new OneCycleLR(rising, { ...ROUND, pctStart: 1 }), [0, 9, 10, 99])).toEqual([0.04, 1, 1, 1]);
    const falling = optimizerOf(1);
    expect(at(falling, new OneCycleLR(falling, { ...ROUND, pctStart: 0 }), [0, 9, 10])).toEqual([1, 4e-6, 4e-6]);
  });

  it("has its length as epochs too, and begins and ends where the factors say", () => {
    const optimizer = optimizerOf(1);
    const options = {
      ...STILL,
      maxLr: 8,
      epochs: 4,
      stepsPerEpoch: 5,
      pctStart: 0.5,
      divFactor: 4,
      finalDivFactor: 10,
    };
    expect(at(optimizer, new OneCycleLR(optimizer, options), [0, 9, 19])).toEqual([2, 8, 0.2]);
  });

  it("prefers totalSteps where both are given", () => {
    const optimizer = optimizerOf(1);
    const scheduler = new OneCycleLR(optimizer, { ...ROUND, epochs: 2, stepsPerEpoch: 3 });
    expect(at(optimizer, scheduler, [2, 9])).toEqual([1, 4e-6]);
  });

  it("makes its first rate the base rate, as PyTorch does", () => {
    const optimizer = { paramGroups: [{ lr: 7, initialLr: 5 }, { lr: 7 }] };
    const scheduler = new OneCycleLR(optimizer, { ...ROUND, maxLr: [1, 2] });
    expect(optimizer.paramGroups).toEqual([
      { lr: 0.04, initialLr: 0.04 },
      { lr: 0.08, initialLr: 0.08 },
    ]);
    expect(scheduler.stateDict().bases).toEqual({ lr: [0.04, 0.08] });
  });

  it.each<[object, string]>([
    [{ maxLr: 1 }, "totalSteps: expected a whole number above 0, or epochs and stepsPerEpoch, received null"],
    [
      { maxLr: 1, epochs: 3 },
      "totalSteps: expected a whole number above 0, or epochs and stepsPerEpoch, received null",
    ],
    [{ ...ROUND, pctStart: 0.1 }, "pctStart: expected more than one step of 10, received 0.1"],
    [{ ...ROUND, pctStart: 0.05 }, "pctStart: expected more than one step of 10, received 0.05"],
    [{ ...ROUND, totalSteps: 1 }, "pctStart: expected more than one step of 1, received 0.3"],
    [{ ...ROUND, totalSteps: 1, pctStart: 0 }, "pctStart: expected more than one step of 1, received 0"],
    [{ ...ROUND, pctStart: 0, threePhase: true }, "pctStart: expected more than one step of 10, received 0"],
    [{ ...ROUND, pctStart: 1.5 }, "pctStart: expected a number of at most 1, received 1.5"],
    [{ ...ROUND, divFactor: 0 }, "divFactor: expected a finite number above 0, received 0"],
    [{ ...ROUND, finalDivFactor: 0 }, "finalDivFactor: expected a finite number above 0, received 0"],
  ])("refuses %j", (options, message) => {
    const optimizer = optimizerOf(0.5);
    expect(messageOf(() => new OneCycleLR(optimizer, { ...STILL, ...options } as never))).toBe(message);
    expect(optimizer).toEqual(optimizerOf(0.5));
  });
});
