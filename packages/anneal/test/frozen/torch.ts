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
  MultiplicativeLR,
  MultiStepLR,
  OneCycleLR,
  type Optimizer,
  PolynomialLR,
  ReduceLROnPlateau,
  SequentialLR,
  StepLR,
  SWALR,
  WarmupMultiFactorScheduler,
} from "../../src/torch/index.ts";

/** Makes a scheduler for an optimizer of two groups, whose rates are 0.01 and 0.3. */
type Make = (optimizer: Optimizer) => LRScheduler;

/** Torch's classes, and the article's in each of its ways, that can be asked for any epoch. */
export const TORCH: Readonly<Record<string, Make>> = {
  ConstantLR: (optimizer) => new ConstantLR(optimizer, { factor: 0.3, totalIters: 12 }),
  CosineAnnealingLR: (optimizer) => new CosineAnnealingLR(optimizer, { tMax: 37 }),
  "CosineAnnealingLR to a rate": (optimizer) => new CosineAnnealingLR(optimizer, { tMax: 37, etaMin: 0.003 }),
  CosineAnnealingWarmRestarts: (optimizer) =>
    new CosineAnnealingWarmRestarts(optimizer, { t0: 7, tMult: 3, etaMin: 0.003 }),
  CyclicLR: (optimizer) =>
    new CyclicLR(optimizer, { baseLr: [0.01, 0.1], maxLr: 0.7, stepSizeUp: 7, stepSizeDown: 9, mode: "triangular2" }),
  ExponentialLR: (optimizer) => new ExponentialLR(optimizer, { gamma: 0.93 }),
  LambdaLR: (optimizer) => new LambdaLR(optimizer, { lrLambda: (epoch) => 1 / (1 + epoch / 7) }),
  LinearLR: (optimizer) => new LinearLR(optimizer, { startFactor: 0.3, endFactor: 0.9, totalIters: 37 }),
  MultiStepLR: (optimizer) => new MultiStepLR(optimizer, { milestones: [60, 30, 30, 90.5], gamma: 0.31 }),
  OneCycleLR: (optimizer) => new OneCycleLR(optimizer, { maxLr: [0.1, 0.7], totalSteps: 120 }),
  PolynomialLR: (optimizer) => new PolynomialLR(optimizer, { totalIters: 99, power: 0.9 }),
  StepLR: (optimizer) => new StepLR(optimizer, { stepSize: 7, gamma: 0.83 }),
  ...Object.fromEntries(
    (["linear", "constant", "exponential", "cosine"] as const).map((warmupStrategy) => [
      `WarmupMultiFactorScheduler ${warmupStrategy}`,
      (optimizer: Optimizer) => {
        const options = { milestones: [30, 60, 90], factor: 0.29, warmupLr: [0.001, 0.7], warmupStrategy };
        return new WarmupMultiFactorScheduler(optimizer, options);
      },
    ]),
  ),
  "WarmupMultiFactorScheduler and MultiStepLR": (optimizer) => {
    new MultiStepLR(optimizer, { milestones: [0], gamma: 0.7 });
    return new WarmupMultiFactorScheduler(optimizer, { milestones: [30, 60, 90] });
  },
  SequentialLR(optimizer) {
    const warmup = new LinearLR(optimizer, { startFactor: 0.1, totalIters: 5 });
    const schedulers = [warmup, new CosineAnnealingLR(optimizer, { tMax: 85 })];
    return new SequentialLR(optimizer, { schedulers, milestones: [5] });
  },
  ChainedScheduler(optimizer) {
    const schedulers = [new ConstantLR(optimizer, { factor: 0.3 }), new ExponentialLR(optimizer, { gamma: 0.93 })];
    return new ChainedScheduler(optimizer, { schedulers });
  },
};

/** Those that go on from the rate before, one epoch after another. */
export const RECURRENCES: Readonly<Record<string, Make>> = {
  MultiplicativeLR: (optimizer) => new MultiplicativeLR(optimizer, { lrLambda: (epoch) => 1 - 1 / (epoch + 7) }),
  SWALR: (optimizer) => new SWALR(optimizer, { swaLr: [0.003, 0.1], annealEpochs: 12 }),
  "ChainedScheduler of recurrences"(optimizer) {
    const schedulers = [
      new CosineAnnealingLR(optimizer, { tMax: 37, etaMin: 0.003 }),
      new ExponentialLR(optimizer, { gamma: 0.93 }),
    ];
    return new ChainedScheduler(optimizer, { schedulers });
  },
};

/** What a metric drives. */
export const PLATEAU = (optimizer: Optimizer): ReduceLROnPlateau =>
  new ReduceLROnPlateau(optimizer, { factor: 0.3, patience: 2, cooldown: 1, minLr: [0.0001, 0.01] });
