/** PyTorch's learning-rate schedulers, and the article's, over plans. */
export { PlanError } from "../error.ts";
export type { Plan } from "../plan.ts";
export type { WarmupStrategy } from "../recipes/warmupMultiFactor.ts";
export type { Optimizer, ParamGroup } from "../scheduler/optimizer.ts";
export type { SchedulerState } from "../scheduler/state.ts";
export { ChainedScheduler, type ChainedSchedulerOptions } from "./chainedScheduler.ts";
export { ConstantLR, type ConstantLROptions } from "./constantLR.ts";
export { CosineAnnealingLR, type CosineAnnealingLROptions } from "./cosineAnnealingLR.ts";
export {
  CosineAnnealingWarmRestarts,
  type CosineAnnealingWarmRestartsOptions,
} from "./cosineAnnealingWarmRestarts.ts";
export { CyclicLR, type CyclicLROptions } from "./cyclicLR.ts";
export { ExponentialLR, type ExponentialLROptions } from "./exponentialLR.ts";
export { LambdaLR, type LambdaLROptions } from "./lambdaLR.ts";
export { LinearLR, type LinearLROptions } from "./linearLR.ts";
export { LRScheduler, type LRSchedulerOptions } from "./lrScheduler.ts";
export type { LRSchedulerState } from "./lrSchedulerState.ts";
export type { MomentumOptions } from "./momentumCycle.ts";
export { MultiplicativeLR, type MultiplicativeLROptions } from "./multiplicativeLR.ts";
export { MultiStepLR, type MultiStepLROptions } from "./multiStepLR.ts";
export { OneCycleLR, type OneCycleLROptions } from "./oneCycleLR.ts";
export { PolynomialLR, type PolynomialLROptions } from "./polynomialLR.ts";
export type { RateFunction } from "./rateFunction.ts";
export { ReduceLROnPlateau, type ReduceLROnPlateauOptions } from "./reduceLROnPlateau.ts";
export { SequentialLR, type SequentialLROptions } from "./sequentialLR.ts";
export { StepLR, type StepLROptions } from "./stepLR.ts";
export { SWALR, type SWALROptions } from "./swalr.ts";
export { WarmupMultiFactorScheduler, type WarmupMultiFactorSchedulerOptions } from "./warmupMultiFactorScheduler.ts";
