import { describe, expect, it } from "vitest";
import * as torch from "../../src/torch/index.ts";
import { messageOf } from "../issues.ts";
import { ABOVE_0, LIST, NUMBER, type Row, type Rows, type Taken, takes, YES_NO } from "../options.ts";

const LAST: Rows = { lastEpoch: [NUMBER, { default: -1 }] };
const COUNT: Row = ["a whole number above 0", { default: null }];
const STRATEGY: Row = ["one of cos, linear", { default: "cos" }];
const YES: Row = [YES_NO, { default: true }];
const FUNCTION: Row = ["a function"];
const SCHEDULERS: Row = ["a list of 1 to 100,000 entries"];
const ZERO: Row = [NUMBER, { default: 0 }];

/** Options that are enough for each class, and all that it takes. */
const CLASSES = {
  ChainedScheduler: [{ schedulers: "one" }, { schedulers: SCHEDULERS }],
  ConstantLR: [{}, { factor: [ABOVE_0, { default: 1 / 3 }], totalIters: [NUMBER, { default: 5 }], ...LAST }],
  CosineAnnealingLR: [{ tMax: 5 }, { tMax: [ABOVE_0], etaMin: ZERO, ...LAST }],
  CosineAnnealingWarmRestarts: [
    { t0: 5 },
    { t0: ["a whole number above 0"], tMult: ["a whole number from 1", { default: 1 }], etaMin: ZERO, ...LAST },
  ],
  CyclicLR: [
    { baseLr: 0.1, maxLr: 0.2, mode: "exp_range" },
    {
      baseLr: [NUMBER],
      maxLr: [NUMBER],
      stepSizeUp: [ABOVE_0, { default: 2000 }],
      stepSizeDown: [ABOVE_0, { default: null }],
      mode: ["one of triangular, triangular2, exp_range", { default: "triangular" }],
      gamma: [NUMBER, { default: 1 }],
      scaleFn: ["a function", { default: null }],
      scaleMode: ["one of cycle, iterations", { default: "cycle" }],
      cycleMomentum: YES,
      baseMomentum: [NUMBER, { default: 0.8 }],
      maxMomentum: [NUMBER, { default: 0.9 }],
      ...LAST,
    },
  ],
  ExponentialLR: [{ gamma: 0.9 }, { gamma: [NUMBER], ...LAST }],
  LambdaLR: [{ lrLambda: (epoch: number) => 1 / (1 + epoch) }, { lrLambda: FUNCTION, ...LAST }],
  LinearLR: [
    {},
    {
      startFactor: [ABOVE_0, { default: 1 / 3 }],
      endFactor: [NUMBER, { default: 1 }],
      totalIters: [NUMBER, { default: 5 }],
      ...LAST,
    },
  ],
  MultiStepLR: [{ milestones: [3] }, { milestones: [LIST], gamma: [NUMBER, { default: 0.1 }], ...LAST }],
  MultiplicativeLR: [{ lrLambda: () => 0.9 }, { lrLambda: FUNCTION, ...LAST }],
  OneCycleLR: [
    { maxLr: 0.2, totalSteps: 40, epochs: 8, stepsPerEpoch: 5 },
    {
      maxLr: [NUMBER],
      totalSteps: COUNT,
      epochs: COUNT,
      stepsPerEpoch: COUNT,
      pctStart: [NUMBER, { default: 0.3 }],
      annealStrategy: STRATEGY,
      cycleMomentum: YES,
      baseMomentum: [NUMBER, { default: 0.85 }],
      maxMomentum: [NUMBER, { default: 0.95 }],
      divFactor: [ABOVE_0, { default: 25 }],
      finalDivFactor: [ABOVE_0, { default: 1e4 }],
      threePhase: [YES_NO, { default: false }],
      ...LAST,
    },
  ],
  PolynomialLR: [{}, { totalIters: [ABOVE_0, { default: 5 }], power: [ABOVE_0, { default: 1 }], ...LAST }],
  ReduceLROnPlateau: [
    {},
    {
      mode: ["one of min, max", { default: "min" }],
      factor: ["a finite number from 0 below 1", { default: 0.1 }],
      patience: ["a whole number from 0", { default: 10 }],
      threshold: [NUMBER, { default: 1e-4 }],
      thresholdMode: ["one of rel, abs", { default: "rel" }],
      cooldown: ["a whole number from 0", { default: 0 }],
      minLr: ZERO,
      eps: [NUMBER, { default: 1e-8 }],
    },
  ],
  SWALR: [
    { swaLr: 0.05 },
    { swaLr: [NUMBER], annealEpochs: ["a whole number from 0", { default: 10 }], annealStrategy: STRATEGY, ...LAST },
  ],
  SequentialLR: [
    { schedulers: "one", milestones: [] },
    { schedulers: SCHEDULERS, milestones: [LIST], ...LAST },
  ],
  StepLR: [{ stepSize: 3 }, { stepSize: [ABOVE_0], gamma: [NUMBER, { default: 0.1 }], ...LAST }],
  WarmupMultiFactorScheduler: [
    { milestones: [30] },
    {
      factor: [ABOVE_0, { default: 0.1 }],
      warmupEpochs: [NUMBER, { default: 5 }],
      milestones: [LIST],
      warmupLr: [NUMBER, { default: 0.001 }],
      warmupStrategy: ["one of linear, constant, exponential, cosine", { default: "linear" }],
      ...LAST,
    },
  ],
} satisfies Readonly<Record<string, Taken>>;

const classes = { ...torch };

/** All that a class makes of its options: what it writes, and what it saves at some steps. */
function made(name: keyof typeof CLASSES, given: unknown): unknown {
  const optimizer = { paramGroups: [0.1, 0.2].map((lr) => ({ lr, momentum: 0.9 })) };
  const one =
    name === "ChainedScheduler" || name === "SequentialLR" ? [new torch.StepLR(optimizer, { stepSize: 2 })] : [];
  const isOne = (given as { schedulers?: unknown } | undefined)?.schedulers === "one";
  const options = isOne ? { ...(given as object), schedulers: one } : given;
  const Class = classes[name] as unknown as new (
    ...args: unknown[]
  ) => { step(metric?: number): void; stateDict(): unknown };
  const scheduler = new Class(optimizer, options);
  return Array.from({ length: 40 }, () => {
    scheduler.step(...(name === "ReduceLROnPlateau" ? [1] : []));
    return structuredClone([optimizer.paramGroups, scheduler.stateDict()]);
  });
}

describe("an entry of a list", () => {
  it.each(["MultiStepLR", "SequentialLR", "WarmupMultiFactorScheduler"] as const)(
    "of %s is a number from 0",
    (name) => {
      const message = messageOf(() => made(name, { ...CLASSES[name][0], milestones: ["3"] }));
      expect(message).toContain(`milestones[0]: expected ${NUMBER}, received "3"`);
    },
  );
});

describe("a class", () => {
  it.each(Object.entries<Taken>(CLASSES))("%s takes its options", (name, [good, rows]) => {
    takes((options: never) => made(name as keyof typeof CLASSES, options), good, rows);
  });
});
