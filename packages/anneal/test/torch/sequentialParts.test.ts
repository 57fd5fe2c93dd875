import { describe, expect, it } from "vitest";
import {
  ConstantLR,
  ExponentialLR,
  LambdaLR,
  LinearLR,
  type LRScheduler,
  MultiplicativeLR,
  OneCycleLR,
  type Optimizer,
  ReduceLROnPlateau,
  SequentialLR,
  StepLR,
  SWALR,
} from "../../src/torch/index.ts";
import { messageOf } from "../issues.ts";
import { at, optimizerOf, walk, walked } from "./walk.ts";

function sequence(optimizer: Optimizer, schedulers: readonly LRScheduler[], milestones: readonly number[]) {
  return new SequentialLR(optimizer, { schedulers, milestones });
}

describe("a part without a closed form", () => {
  it("goes on from the rate in force", () => {
    const optimizer = optimizerOf(1);
    const parts = [
      new ConstantLR(optimizer, { factor: 0.5, totalIters: 9 }),
      new SWALR(optimizer, { swaLr: 0.1, annealEpochs: 2, annealStrategy: "linear" }),
      new ExponentialLR(optimizer, { gamma: 0.5 }),
    ];
    const scheduler = sequence(optimizer, parts, [2, 6]);
    expect(walked(optimizer, scheduler, 8)).toEqual([0.5, 0.5, 0.5, 0.3, 0.1, 0.1, 1, 0.5, 0.25]);
    expect(scheduler.plan).toBeUndefined();
    expect(at(optimizer, scheduler, [3, 7, 0, 3.5])).toEqual([0.3, 0.5, 0.5, 0.2]);
  });

  it("multiplies by its function at once when it takes over, as in PyTorch", () => {
    const optimizer = optimizerOf(1);
    const parts = [
      new ConstantLR(optimizer, { factor: 0.5 }),
      new MultiplicativeLR(optimizer, { lrLambda: (epoch) => (epoch === 0 ? 0.1 : 0.5) }),
    ];
    expect(walked(optimizer, sequence(optimizer, parts, [2]), 4)).toEqual([0.5, 0.5, 0.05, 0.025, 0.0125]);
  });

  it("begins at the base rate when it is first, or when those before it are left out", () => {
    for (const milestones of [[3], [0]]) {
      const optimizer = optimizerOf(0.5);
      const product = () => new MultiplicativeLR(optimizer, { lrLambda: () => 0.5 });
      const parts = [product(), product()];
      expect(walk(optimizer, sequence(optimizer, parts, milestones), 2)).toEqual([0.5, 0.25, 0.125]);
    }
  });

  it("leaves those with one at their plans to the last bit", () => {
    const alone = optimizerOf(0.3);
    const rates = walk(alone, new ExponentialLR(alone, { gamma: 0.93 }), 30);
    const optimizer = optimizerOf(0.3);
    const product = () => new MultiplicativeLR(optimizer, { lrLambda: () => 0.77 });
    const parts = [product(), new ExponentialLR(optimizer, { gamma: 0.93 }), product()];
    const scheduler = sequence(optimizer, parts, [3, 34]);
    scheduler.step(3);
    expect(walk(optimizer, scheduler, 30)).toEqual(rates);
  });

  it("is in the state, and so are its rates", () => {
    const optimizer = optimizerOf(1);
    const parts = [
      new LinearLR(optimizer, { startFactor: 0.25 }),
      new MultiplicativeLR(optimizer, { lrLambda: () => 0.5 }),
    ];
    const scheduler = sequence(optimizer, parts, [2]);
    expect(scheduler.stateDict()).toMatchObject({
      program: { lr: { sequential: [{ kind: "linear" }, { kind: "custom", name: "lrLambda" }], milestones: [2] } },
      rates: [0.25],
    });
  });
});

describe("the parts of a SequentialLR", () => {
  const build = () => {
    const optimizer = optimizerOf(1);
    const parts = [new ConstantLR(optimizer, { factor: 0.5 }), new StepLR(optimizer, { stepSize: 3 })] as const;
    return { optimizer, parts, scheduler: sequence(optimizer, parts, [2]) };
  };

  it("cannot be stepped or loaded any more", () => {
    const { optimizer, parts, scheduler } = build();
    const message = 'scheduler: expected one that is not part of another, received "ConstantLR"';
    expect(messageOf(() => parts[0].step())).toBe(message);
    expect(messageOf(() => parts[0].step(3))).toBe(message);
    expect(messageOf(() => parts[1].loadStateDict(parts[1].stateDict()))).toContain('"StepLR"');
    scheduler.step();
    expect(optimizer.paramGroups[0]?.lr).toBe(0.5);
  });

  it("overwrite the rate where one of them does", () => {
    const optimizer = optimizerOf(1);
    const other = new LambdaLR(optimizer, { lrLambda: () => 0.5 });
    const parts = [new LambdaLR(optimizer, { lrLambda: () => 0.25 }), new ConstantLR(optimizer, { factor: 0.75 })];
    const scheduler = sequence(optimizer, parts, [2]);
    const decay = new StepLR(optimizer, { stepSize: 1, gamma: 0.5 });
    decay.step();
    expect(optimizer.paramGroups[0]?.lr).toBe(0.125);
    other.step();
    expect(optimizer.paramGroups[0]?.lr).toBe(0.25);
    scheduler.step();
    expect(optimizer.paramGroups[0]?.lr).toBe(0.125);
  });

  it("begin at the base of the first that has one of its own", () => {
    const optimizer = optimizerOf(0.5);
    const parts = [
      new SWALR(optimizer, { swaLr: 0.1, annealEpochs: 2, annealStrategy: "linear" }),
      new OneCycleLR(optimizer, { maxLr: 1, totalSteps: 10, cycleMomentum: false }),
    ];
    expect(walked(optimizer, sequence(optimizer, parts, [3]), 3)).toEqual([0.04, 0.07, 0.1, 0.04]);
  });

  it("do not multiply the rate any more", () => {
    const { optimizer, scheduler } = build();
    const decay = new ExponentialLR(optimizer, { gamma: 0.5 });
    decay.step();
    scheduler.step(2);
    expect(optimizer.paramGroups[0]?.lr).toBe(0.5);
  });

  it.each<[string, (optimizer: Optimizer) => readonly unknown[], number[], string]>([
    ["none", () => [], [], "schedulers: expected a list of 1 to 100,000 entries, received a list of 0"],
    [
      "no scheduler",
      () => [3],
      [],
      "schedulers[0]: expected a scheduler of this optimizer that is not part of another, received 3",
    ],
    [
      "one of another optimizer",
      () => [new StepLR(optimizerOf(1), { stepSize: 1 })],
      [],
      "schedulers[0]: expected a scheduler of this",
    ],
    [
      "one twice",
      (optimizer) => {
        const one = new StepLR(optimizer, { stepSize: 1 });
        return [one, one];
      },
      [1],
      "schedulers[1]: expected a scheduler of this optimizer",
    ],
    [
      "one that is a part already",
      (optimizer) => {
        const one = new StepLR(optimizer, { stepSize: 1 });
        sequence(optimizer, [one], []);
        return [one];
      },
      [],
      "schedulers[0]: expected a scheduler of this optimizer",
    ],
    [
      "one whose steps need a metric",
      (optimizer) => [new StepLR(optimizer, { stepSize: 1 }), new ReduceLROnPlateau(optimizer)],
      [1],
      "schedulers[1]: expected one whose steps need no metric, received [object]",
    ],
    [
      "too few milestones",
      (optimizer) => [new StepLR(optimizer, { stepSize: 1 }), new LinearLR(optimizer)],
      [],
      "milestones: expected a list of 1, received a list of 0",
    ],
    [
      "a milestone after the only part",
      (optimizer) => [new LinearLR(optimizer)],
      [3],
      "milestones: expected a list of 0, received a list of 1",
    ],
    [
      "milestones that do not rise",
      (optimizer) => [new LinearLR(optimizer), new LinearLR(optimizer), new LinearLR(optimizer)],
      [5, 5],
      "milestones[1]: expected more than 5, received 5",
    ],
  ])("may not be %s", (_, make, milestones, message) => {
    const optimizer = optimizerOf(1);
    const schedulers = make(optimizer) as LRScheduler[];
    const before = structuredClone(optimizer);
    expect(messageOf(() => sequence(optimizer, schedulers, milestones))).toContain(message);
    expect(optimizer).toEqual(before);
  });
});
