import type { SchedulerClass } from "./scheduler.ts";
import { chainedScheduler } from "./schedulers/chainedScheduler.ts";
import { constantLR } from "./schedulers/constantLR.ts";
import { cosineAnnealingLR } from "./schedulers/cosineAnnealingLR.ts";
import { cosineAnnealingWarmRestarts } from "./schedulers/cosineAnnealingWarmRestarts.ts";
import { cyclicLR } from "./schedulers/cyclicLR.ts";
import { exponentialLR } from "./schedulers/exponentialLR.ts";
import { lambdaLR } from "./schedulers/lambdaLR.ts";
import { linearLR } from "./schedulers/linearLR.ts";
import { multiplicativeLR } from "./schedulers/multiplicativeLR.ts";
import { multiStepLR } from "./schedulers/multiStepLR.ts";
import { oneCycleLR } from "./schedulers/oneCycleLR.ts";
import { polynomialLR } from "./schedulers/polynomialLR.ts";
import { sequentialLR } from "./schedulers/sequentialLR.ts";
import { stepLR } from "./schedulers/stepLR.ts";
import { swalr } from "./schedulers/swalr.ts";
import { warmupMultiFactorScheduler } from "./schedulers/warmupMultiFactorScheduler.ts";

const own: Readonly<Record<string, SchedulerClass>> = {
  LambdaLR: lambdaLR,
  MultiplicativeLR: multiplicativeLR,
  StepLR: stepLR,
  MultiStepLR: multiStepLR,
  ConstantLR: constantLR,
  LinearLR: linearLR,
  ExponentialLR: exponentialLR,
  PolynomialLR: polynomialLR,
  CosineAnnealingLR: cosineAnnealingLR,
  CosineAnnealingWarmRestarts: cosineAnnealingWarmRestarts,
  CyclicLR: cyclicLR,
  OneCycleLR: oneCycleLR,
  SequentialLR: sequentialLR,
  ChainedScheduler: chainedScheduler,
  SWALR: swalr,
  WarmupMultiFactorScheduler: warmupMultiFactorScheduler,
};

/**
 * How texts name the module: in full, and as pieces of code do whose imports are elsewhere; the classes alone where
 * everything was imported by `*`.
 */
const modules = ["torch.optim.lr_scheduler.", "optim.lr_scheduler.", "lr_scheduler.", "utils.lr_scheduler.", ""];

/** Every name of a class. */
export function namesOf(name: string): readonly string[] {
  const averaging = name === "SWALR" ? ["torch.optim.swa_utils.SWALR", "swa_utils.SWALR"] : [];
  return [...modules.map((module) => module + name), ...averaging];
}

/** PyTorch's classes that are stepped without a metric, by all of their names. */
export const classes: ReadonlyMap<string, SchedulerClass> = new Map(
  Object.entries(own).flatMap(([name, one]) => namesOf(name).map((each) => [each, one] as const)),
);
