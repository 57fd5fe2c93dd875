import { assertType, expectTypeOf, test } from "vitest";
import type { Plan } from "../../src/index.ts";
import {
  ChainedScheduler,
  ConstantLR,
  CosineAnnealingLR,
  CosineAnnealingWarmRestarts,
  CyclicLR,
  ExponentialLR,
  LambdaLR,
  LinearLR,
  type LRScheduler,
  type LRSchedulerState,
  MultiplicativeLR,
  MultiStepLR,
  OneCycleLR,
  PolynomialLR,
  ReduceLROnPlateau,
  SequentialLR,
  StepLR,
  SWALR,
  WarmupMultiFactorScheduler,
} from "../../src/torch/index.ts";

const optimizer = { paramGroups: [{ lr: 0.1, momentum: 0.9 }] };
const article = {
  factor: 0.1,
  warmupEpochs: 5,
  milestones: [30, 60, 90],
  warmupLr: 0.001,
  warmupStrategy: "linear",
} as const;

test("the article's call compiles, with every option or with milestones alone", () => {
  const scheduler = new WarmupMultiFactorScheduler(optimizer, article);
  new WarmupMultiFactorScheduler(optimizer, { milestones: [] });
  new WarmupMultiFactorScheduler(optimizer, { milestones: [30], warmupLr: [0.001, 0.002] });
  scheduler.step(3);
  scheduler.step(2.5);
  scheduler.step();
  expectTypeOf(scheduler.lastEpoch).toEqualTypeOf<number>();
  expectTypeOf(scheduler.getLastLr()).toEqualTypeOf<number[]>();
  assertType<Plan | readonly Plan[]>(scheduler.plan);
  scheduler.loadStateDict(scheduler.stateDict());
});

test("what it must not take", () => {
  // @ts-expect-error milestones are required
  new WarmupMultiFactorScheduler(optimizer, { factor: 0.1 });
  // @ts-expect-error a strategy that is not known
  new WarmupMultiFactorScheduler(optimizer, { ...article, warmupStrategy: "linaer" });
  // @ts-expect-error Python's spelling
  new WarmupMultiFactorScheduler(optimizer, { milestones: [30], warmup_epochs: 5 });
  // @ts-expect-error here a milestone is an epoch, without a unit
  new WarmupMultiFactorScheduler(optimizer, { milestones: ["30 epochs"] });
  // @ts-expect-error no param groups
  new WarmupMultiFactorScheduler({ lr: 0.1 }, article);
  // @ts-expect-error a group without a rate
  new WarmupMultiFactorScheduler({ paramGroups: [{}] }, article);
  const scheduler = new WarmupMultiFactorScheduler(optimizer, article);
  // @ts-expect-error an epoch is a number
  scheduler.step("3");
  // @ts-expect-error the position is moved by step
  scheduler.lastEpoch = 3;
});

test("PyTorch's own classes take its argument names in camelCase", () => {
  new StepLR(optimizer, { stepSize: 30, gamma: 0.1 });
  new MultiStepLR(optimizer, { milestones: [30, 80], gamma: 0.1, lastEpoch: 4 });
  // @ts-expect-error stepSize is required
  new StepLR(optimizer, {});
  // @ts-expect-error Python's spelling
  new StepLR(optimizer, { stepSize: 30, last_epoch: 4 });
  // @ts-expect-error factor is the article's word
  new MultiStepLR(optimizer, { milestones: [30], factor: 0.1 });
});

test("what has defaults for everything needs no options", () => {
  new ConstantLR(optimizer);
  new LinearLR(optimizer);
  new PolynomialLR(optimizer, {});
  new ReduceLROnPlateau(optimizer);
  // @ts-expect-error gamma is required
  new ExponentialLR(optimizer);
  // @ts-expect-error tMax is required
  new CosineAnnealingLR(optimizer, { etaMin: 0.1 });
  // @ts-expect-error Python's spelling
  new CosineAnnealingWarmRestarts(optimizer, { T_0: 10 });
});

test("lists are taken where PyTorch takes them", () => {
  new CyclicLR(optimizer, { baseLr: [0.1, 0.2], maxLr: 1, baseMomentum: [0.8, 0.7], stepSizeDown: null });
  new OneCycleLR(optimizer, { maxLr: [1, 2], epochs: 3, stepsPerEpoch: 10, totalSteps: null });
  new SWALR(optimizer, { swaLr: [0.1, 0.2] });
  new ReduceLROnPlateau(optimizer, { minLr: [0.1, 0.2] });
  new LambdaLR(optimizer, { lrLambda: [(epoch) => epoch, Math.sqrt] });
  // @ts-expect-error a length is one number
  new CyclicLR(optimizer, { baseLr: 0.1, maxLr: 1, stepSizeUp: [1, 2] });
  // @ts-expect-error a function is no number
  new MultiplicativeLR(optimizer, { lrLambda: 0.5 });
  // @ts-expect-error a mode that is not known
  new CyclicLR(optimizer, { baseLr: 0.1, maxLr: 1, mode: "round" });
  // @ts-expect-error PyTorch's word is cos
  new OneCycleLR(optimizer, { maxLr: 1, totalSteps: 3, annealStrategy: "cosine" });
});

test("schedulers go into others, and any of them is an LRScheduler", () => {
  const swa = new SWALR(optimizer, { swaLr: 0.1 });
  const schedulers: LRScheduler[] = [new StepLR(optimizer, { stepSize: 1 }), swa];
  new SequentialLR(optimizer, { schedulers, milestones: [3], lastEpoch: 2 });
  const chained = new ChainedScheduler(optimizer, { schedulers });
  expectTypeOf(chained.plan).toEqualTypeOf<Plan | readonly Plan[] | undefined>();
  expectTypeOf(swa.plan).toEqualTypeOf<undefined>();
  expectTypeOf(chained.stateDict()).toEqualTypeOf<LRSchedulerState>();
  // @ts-expect-error PyTorch's order of arguments
  new ChainedScheduler(schedulers, optimizer);
  // @ts-expect-error milestones are required
  new SequentialLR(optimizer, { schedulers });
  // @ts-expect-error a chain has no milestones
  new ChainedScheduler(optimizer, { schedulers, milestones: [3] });
});

test("a plateau's step takes a metric", () => {
  const scheduler = new ReduceLROnPlateau(optimizer);
  scheduler.step(0.5);
  // @ts-expect-error a metric is a number
  scheduler.step("0.5");
});
