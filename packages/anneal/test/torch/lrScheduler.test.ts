import { describe, expect, it } from "vitest";
import { format } from "../../src/index.ts";
import { MultiStepLR, OneCycleLR, type ParamGroup, StepLR, WarmupMultiFactorScheduler } from "../../src/torch/index.ts";
import { messageOf } from "../issues.ts";
import { recordedOptimizer } from "../recorder.ts";

const ARTICLE = { milestones: [30, 60, 90] };

function optimizerOf(...bases: number[]): { paramGroups: ParamGroup[] } {
  return { paramGroups: bases.map((lr) => ({ lr })) };
}

const ratesOf = ({ paramGroups }: { paramGroups: ParamGroup[] }) => paramGroups.map(({ lr }) => lr);

describe("the base rate", () => {
  it("is remembered on the group, as torch does", () => {
    const optimizer = optimizerOf(0.01, 0.1);
    new WarmupMultiFactorScheduler(optimizer, ARTICLE);
    expect(optimizer.paramGroups).toEqual([
      { lr: 0.001, initialLr: 0.01 },
      { lr: 0.001, initialLr: 0.1 },
    ]);
  });

  it("is found again by a second scheduler, whatever the rate is by then", () => {
    const optimizer = optimizerOf(0.01);
    new WarmupMultiFactorScheduler(optimizer, ARTICLE);
    expect(ratesOf(optimizer)).toEqual([0.001]);
    const second = new WarmupMultiFactorScheduler(optimizer, { ...ARTICLE, warmupEpochs: 0 });
    expect(ratesOf(optimizer)).toEqual([0.01]);
    expect(second.stateDict().bases).toEqual({ lr: [0.01] });
  });

  it("stays the one that the last of several began with", () => {
    const optimizer = optimizerOf(1);
    const steps = new StepLR(optimizer, { stepSize: 1 });
    new OneCycleLR(optimizer, { maxLr: 5, totalSteps: 10, cycleMomentum: false });
    steps.step();
    expect(optimizer.paramGroups[0]?.initialLr).toBe(0.2);
  });

  it("may be given on the group beforehand", () => {
    const optimizer = { paramGroups: [{ lr: 123, initialLr: 0.5 }] };
    new StepLR(optimizer, { stepSize: 10 });
    expect(optimizer.paramGroups).toEqual([{ lr: 0.5, initialLr: 0.5 }]);
  });
});

describe("step(epoch)", () => {
  it.each<[string, unknown]>([
    ["NaN", Number.NaN],
    ["-1", -1],
    ["-1e-9", -1e-9],
    ["Infinity", Number.POSITIVE_INFINITY],
    ["-Infinity", Number.NEGATIVE_INFINITY],
    ['"3"', "3"],
    ["null", null],
    ["[object]", {}],
    ["a list of 1", [3]],
    ["true", true],
  ])("refuses %s and changes nothing", (received, epoch) => {
    const { optimizer, writes } = recordedOptimizer(0.01);
    const scheduler = new WarmupMultiFactorScheduler(optimizer, ARTICLE);
    scheduler.step(3);
    const before = [scheduler.lastEpoch, optimizer.paramGroups[0]?.lr, writes.length];
    const message = `epoch: expected a finite number from 0, received ${received}`;
    expect(messageOf(() => scheduler.step(epoch as number))).toBe(message);
    expect([scheduler.lastEpoch, optimizer.paramGroups[0]?.lr, writes.length]).toEqual(before);
    scheduler.step();
    expect(scheduler.lastEpoch).toBe(4);
  });
});

describe("a rate that was written by hand", () => {
  it("is overwritten at the next step, also when the plan's own does not change", () => {
    const optimizer = optimizerOf(0.01);
    const scheduler = new WarmupMultiFactorScheduler(optimizer, ARTICLE);
    scheduler.step(10);
    (optimizer.paramGroups[0] as ParamGroup).lr = 7;
    expect(scheduler.getLastLr()).toEqual([7]);
    scheduler.step();
    expect(ratesOf(optimizer)).toEqual([0.01]);
  });
});

describe("lastEpoch", () => {
  it.each([
    [StepLR, { stepSize: 3 }],
    [MultiStepLR, { milestones: [3] }],
    [WarmupMultiFactorScheduler, { milestones: [5], warmupEpochs: 2 }],
  ])("starts %o one epoch after the last that was done", (Class, options) => {
    const reached = optimizerOf(0.01);
    new Class(reached, options as never).step(6);
    const optimizer = optimizerOf(0.01);
    const scheduler = new Class(optimizer, { ...options, lastEpoch: 5 } as never);
    expect(scheduler.lastEpoch).toBe(6);
    expect(ratesOf(optimizer)).toEqual(ratesOf(reached));
    scheduler.step();
    expect(scheduler.lastEpoch).toBe(7);
  });

  it("of -1 is the beginning", () => {
    expect(new StepLR(optimizerOf(0.01), { stepSize: 3, lastEpoch: -1 }).lastEpoch).toBe(0);
  });
});

describe("several schedulers on one optimizer", () => {
  it("multiply", () => {
    const optimizer = optimizerOf(0.8, 8);
    const steps = new StepLR(optimizer, { stepSize: 2, gamma: 0.5 });
    const milestones = new MultiStepLR(optimizer, { milestones: [3], gamma: 0.25 });
    const rates = Array.from({ length: 6 }, () => {
      const now = ratesOf(optimizer).map(format);
      steps.step();
      milestones.step();
      return now;
    });
    expect(rates.map(([rate]) => rate)).toEqual(["0.8", "0.8", "0.4", "0.1", "0.05", "0.05"]);
    expect(rates.map(([, rate]) => rate)).toEqual(["8", "8", "4", "1", "0.5", "0.5"]);
  });

  it("multiply what the one that overwrites says, in whatever order they were made", () => {
    const expected = ["0.0005", "0.0014", "0.0023", "0.0032", "0.0041", "0.005", "0.005"];
    const factorOf = (optimizer: { paramGroups: ParamGroup[] }) =>
      new MultiStepLR(optimizer, { milestones: [0], gamma: 0.5 });
    for (const factorFirst of [true, false]) {
      const optimizer = optimizerOf(0.01);
      if (factorFirst) factorOf(optimizer);
      const warmup = new WarmupMultiFactorScheduler(optimizer, ARTICLE);
      if (!factorFirst) factorOf(optimizer);
      const rates = expected.map((_, epoch) => {
        warmup.step(epoch);
        return format(optimizer.paramGroups[0]?.lr as number);
      });
      expect(rates).toEqual(expected);
    }
  });

  it("of which several overwrite, the one that moved last sets the rate", () => {
    const optimizer = optimizerOf(0.1);
    const first = new WarmupMultiFactorScheduler(optimizer, { milestones: [], warmupLr: 0.02 });
    const second = new WarmupMultiFactorScheduler(optimizer, { milestones: [], warmupLr: 0.03 });
    expect(ratesOf(optimizer)).toEqual([0.03]);
    first.step(0);
    expect(ratesOf(optimizer)).toEqual([0.02]);
    second.step(0);
    expect(ratesOf(optimizer)).toEqual([0.03]);
  });

  it("leave a base of 0 at 0", () => {
    const optimizer = optimizerOf(0, 1);
    const steps = new StepLR(optimizer, { stepSize: 1, gamma: 0.5 });
    new MultiStepLR(optimizer, { milestones: [0], gamma: 0.5 });
    steps.step();
    expect(ratesOf(optimizer)).toEqual([0, 0.25]);
  });

  it("leave other optimizers alone", () => {
    const [one, other] = [optimizerOf(1), optimizerOf(1)];
    const scheduler = new StepLR(one, { stepSize: 1 });
    new StepLR(other, { stepSize: 1 });
    scheduler.step(2);
    expect([ratesOf(one), ratesOf(other)].flat().map(format)).toEqual(["0.01", "1"]);
  });
});
