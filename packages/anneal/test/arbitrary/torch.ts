import type fc from "fast-check";
import * as torch from "../../src/torch/index.ts";
import { type Draw, drawn } from "./draw.ts";
import { drawList } from "./program.ts";

/** Every class of anneal/torch. */
export const CLASSES = {
  ChainedScheduler: torch.ChainedScheduler,
  ConstantLR: torch.ConstantLR,
  CosineAnnealingLR: torch.CosineAnnealingLR,
  CosineAnnealingWarmRestarts: torch.CosineAnnealingWarmRestarts,
  CyclicLR: torch.CyclicLR,
  ExponentialLR: torch.ExponentialLR,
  LambdaLR: torch.LambdaLR,
  LinearLR: torch.LinearLR,
  MultiStepLR: torch.MultiStepLR,
  MultiplicativeLR: torch.MultiplicativeLR,
  OneCycleLR: torch.OneCycleLR,
  PolynomialLR: torch.PolynomialLR,
  ReduceLROnPlateau: torch.ReduceLROnPlateau,
  SWALR: torch.SWALR,
  SequentialLR: torch.SequentialLR,
  StepLR: torch.StepLR,
  WarmupMultiFactorScheduler: torch.WarmupMultiFactorScheduler,
};

/** The name of a class. */
export type Name = keyof typeof CLASSES;

/** A class by its name and what it is built with; the schedulers inside it are built first. */
export interface Spec {
  readonly name: Name;
  readonly options: Readonly<Record<string, unknown>>;
}

/** An optimizer under a few schedulers, and what is called on which of them: `step()`, or `step(epoch or metric)`. */
export interface Epochs {
  readonly bases: readonly number[];
  /** What the groups have besides rates. */
  readonly momentum: "momentum" | "betas" | "none";
  readonly schedulers: readonly Spec[];
  readonly calls: readonly (readonly [scheduler: number, argument: number | undefined])[];
}

/** Builds a class by its name. */
export function build({ name, options }: Spec, optimizer: torch.Optimizer): torch.LRScheduler {
  const { schedulers, ...rest } = options as { schedulers?: readonly Spec[] };
  const inside = schedulers?.map((one) => build(one, optimizer));
  return new CLASSES[name](optimizer, { ...rest, ...(inside && { schedulers: inside }) } as never);
}

/** The groups of an optimizer. */
export function groupsOf({ bases, momentum }: Pick<Epochs, "bases" | "momentum">) {
  return bases.map((lr) => ({
    lr,
    ...(momentum === "momentum" && { momentum: 0.9 }),
    ...(momentum === "betas" && { betas: [0.9, 0.999] }),
  }));
}

/** Functions of the epoch, as one writes them. */
const RATES: readonly ((epoch: number) => number)[] = [
  (epoch) => 0.95 ** epoch,
  (epoch) => 1 / (1 + epoch),
  (epoch) => Math.min(1, epoch / 10),
  (epoch) => (Math.floor(epoch) % 5 === 0 ? 0.5 : 1),
];

interface Around {
  readonly groups: number;
  readonly momentum: Epochs["momentum"];
}

/** Options of each class that stands alone. */
const OPTIONS: { readonly [C in Exclude<Name, "ChainedScheduler" | "SequentialLR">]: OptionsOf } = {
  ConstantLR: (draw) => ({ factor: factor(draw), totalIters: draw.integer(0, 40) / 2 }),
  CosineAnnealingLR: (draw) => ({ tMax: draw.integer(1, 80) / 4, etaMin: draw.oneIn(2) ? 0 : draw.rate() / 10 }),
  CosineAnnealingWarmRestarts: (draw) => ({
    t0: draw.integer(1, 12),
    tMult: draw.integer(1, 3),
    etaMin: draw.oneIn(2) ? 0 : draw.rate() / 10,
  }),
  CyclicLR: (draw, around) => ({
    baseLr: each(draw, around, () => draw.rate() / 10),
    maxLr: each(draw, around, () => draw.rate()),
    stepSizeUp: draw.integer(1, 40) / 4,
    stepSizeDown: draw.oneIn(2) ? null : draw.integer(1, 40) / 4,
    mode: draw.pick(["triangular", "triangular2", "exp_range"]),
    gamma: draw.pick([0.9, 0.99, 1]),
    ...(draw.oneIn(4) && { scaleFn: draw.pick(RATES), scaleMode: draw.pick(["cycle", "iterations"]) }),
    ...momentum(draw, around),
  }),
  ExponentialLR: (draw) => ({ gamma: draw.pick([0.1, 0.5, 0.97, 1, 1.05]) }),
  LambdaLR: (draw, around) => ({ lrLambda: each(draw, around, () => draw.pick(RATES)) }),
  LinearLR: (draw) => ({
    startFactor: factor(draw),
    endFactor: draw.oneIn(4) ? 0 : factor(draw),
    totalIters: draw.integer(0, 40) / 2,
  }),
  MultiStepLR: (draw) => ({ milestones: drawList(draw, 0, 5, () => draw.integer(0, 400) / 4), ...gamma(draw) }),
  MultiplicativeLR: (draw, around) => ({ lrLambda: each(draw, around, () => draw.pick(RATES)) }),
  OneCycleLR: (draw, around) => ({
    maxLr: each(draw, around, () => draw.rate()),
    totalSteps: draw.integer(8, 40),
    pctStart: draw.pick([0, 0.3, 0.5, 1]),
    annealStrategy: draw.pick(["cos", "linear"]),
    ...momentum(draw, around),
  }),
  PolynomialLR: (draw) => ({ totalIters: draw.integer(1, 60) / 2, power: draw.pick([0.5, 1, 2.3]) }),
  ReduceLROnPlateau: (draw, around) => ({
    mode: draw.pick(["min", "max"]),
    factor: draw.pick([0.1, 0.5, 0.9]),
    patience: draw.integer(0, 2),
    threshold: draw.pick([1e-4, 0, 0.3]),
    thresholdMode: draw.pick(["rel", "abs"]),
    cooldown: draw.integer(0, 2),
    minLr: each(draw, around, () => (draw.oneIn(2) ? 0 : draw.rate() / 4)),
  }),
  StepLR: (draw) => ({ stepSize: draw.integer(1, 80) / 4, ...gamma(draw) }),
  SWALR: (draw, around) => ({
    swaLr: each(draw, around, () => draw.rate()),
    annealEpochs: draw.integer(0, 20),
    annealStrategy: draw.pick(["cos", "linear"]),
  }),
  WarmupMultiFactorScheduler(draw, around) {
    const warmupEpochs = draw.integer(0, 40) / 4;
    const milestones: number[] = [];
    for (let i = draw.integer(0, 4); i > 0; i--) {
      milestones.push((milestones.at(-1) ?? warmupEpochs - 0.25) + draw.integer(1, 100) / 4);
    }
    return {
      warmupEpochs,
      milestones,
      factor: draw.pick([0.1, 0.5, 1.5, 0.3]),
      warmupLr: each(draw, around, () => draw.rate()),
      warmupStrategy: draw.pick(["linear", "constant", "exponential", "cosine"]),
    };
  },
};

type OptionsOf = (draw: Draw, around: Around) => object;

function each(draw: Draw, { groups }: Around, one: () => unknown): unknown {
  return draw.oneIn(2) ? one() : Array.from({ length: groups }, one);
}

function factor(draw: Draw): number {
  return draw.pick([0.1, 1 / 3, 0.5, 1]);
}

function gamma(draw: Draw): object {
  return draw.oneIn(3) ? {} : { gamma: draw.pick([0.1, 0.5, 0.9, 0.3, 0]) };
}

function momentum(draw: Draw, around: Around): object {
  return around.momentum === "none" || draw.oneIn(4) ? { cycleMomentum: false } : {};
}

const ALONE = Object.keys(OPTIONS) as (keyof typeof OPTIONS)[];
const PARTS = ALONE.filter((name) => name !== "ReduceLROnPlateau");

/** Any class with any options, at times one that is made of others. */
export function drawSpec(draw: Draw, around: Around, names: readonly (keyof typeof OPTIONS)[], depth = 0): Spec {
  const start = draw.oneIn(4) ? { lastEpoch: draw.integer(-1, 30) } : {};
  if (depth > 1 || !draw.oneIn(3)) {
    const name = draw.pick(names);
    const own = OPTIONS[name](draw, around);
    return { name, options: { ...own, ...(name !== "ReduceLROnPlateau" && start) } };
  }
  const schedulers = drawList(draw, 1, 3, () => drawSpec(draw, around, PARTS, depth + 1));
  if (draw.oneIn(2)) return { name: "ChainedScheduler", options: { schedulers } };
  const milestones: number[] = [];
  for (let i = 1; i < schedulers.length; i++) milestones.push((milestones.at(-1) ?? -1) + draw.integer(1, 12));
  return { name: "SequentialLR", options: { schedulers, milestones, ...start } };
}

/** One scheduler or several, over one group or several. */
export const epochs: fc.Arbitrary<Epochs> = drawn((draw) => {
  const bases = drawList(draw, 1, 3, () => draw.rate());
  const around: Around = { groups: bases.length, momentum: draw.pick(["none", "momentum", "betas"]) };
  const schedulers = drawList(draw, 1, 3, () => drawSpec(draw, around, ALONE));
  const calls = drawList(draw, 1, 25, () => {
    const which = draw.integer(0, schedulers.length - 1);
    if (schedulers[which]?.name === "ReduceLROnPlateau") return [which, draw.integer(0, 8) / 8] as const;
    return [which, draw.oneIn(4) ? draw.integer(0, 800) / 8 : undefined] as const;
  });
  return { bases, momentum: around.momentum, schedulers, calls };
});
