import { assertType, expectTypeOf, test } from "vitest";
import type { Plan } from "../../src/index.ts";
import { MultiStepLR, StepLR, WarmupMultiFactorScheduler } from "../../src/torch/index.ts";

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
