import { describe, expect, it } from "vitest";
import {
  ChainedScheduler,
  CosineAnnealingLR,
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
import { optimizerOf } from "./walk.ts";

const FAULT = new Error("the device is gone");

/** Two groups; on command the second one throws whatever is written to the field that breaks. */
function fragile(field: "lr" | "momentum" = "lr") {
  const held = { broken: false };
  const second = { lr: 0.2, momentum: 0.5 };
  const paramGroups = [
    { lr: 0.1, momentum: 0.5 },
    new Proxy(second, {
      set(group, name, value) {
        if (held.broken && name === field) throw FAULT;
        return Reflect.set(group, name, value);
      },
    }),
  ];
  return { optimizer: { paramGroups }, held };
}

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

describe("which of several overwriting schedulers leads", () => {
  const two = () => {
    const optimizer = optimizerOf(1);
    const [first, second] = [0.25, 0.5].map(
      (warmupLr) => new WarmupMultiFactorScheduler(optimizer, { milestones: [], warmupLr, warmupStrategy: "constant" }),
    ) as [LRScheduler, LRScheduler];
    return { optimizer, first, second };
  };

  it("is in the state of the one that does, while there are several", () => {
    const { first, second } = two();
    expect([first.stateDict().leads, second.stateDict().leads]).toEqual([undefined, ["lr"]]);
    first.step();
    expect([first.stateDict().leads, second.stateDict().leads]).toEqual([["lr"], undefined]);
    const alone = new WarmupMultiFactorScheduler(optimizerOf(1), { milestones: [] });
    expect(alone.stateDict()).not.toHaveProperty("leads");
  });

  it.each([[false], [true]])("comes back with the states, loaded in reverse: %s", (reverse) => {
    const { optimizer, first, second } = two();
    second.step(2);
    first.step(3);
    const saved = [first, second].map((one) => JSON.parse(JSON.stringify(one.stateDict())));
    const again = two();
    const loads = [() => again.first.loadStateDict(saved[0]), () => again.second.loadStateDict(saved[1])];
    for (const load of reverse ? loads.reverse() : loads) load();
    expect(again.optimizer).toEqual(optimizer);
    expect(again.optimizer.paramGroups[0]?.lr).toBe(0.25);
  });

  it("does not change when a step fails", () => {
    const { optimizer, held } = fragile();
    const first = new WarmupMultiFactorScheduler(optimizer, { milestones: [], warmupLr: 0.3 });
    const second = new WarmupMultiFactorScheduler(optimizer, { milestones: [], warmupLr: 0.4 });
    held.broken = true;
    expect(() => first.step(1)).toThrow(FAULT);
    expect(second.stateDict().leads).toEqual(["lr"]);
  });
});
