/** PyTorch's learning-rate schedulers, and the article's, over plans. */
export { PlanError } from "../error.ts";
export type { Plan } from "../plan.ts";
export type { WarmupStrategy } from "../recipes/warmupMultiFactor.ts";
export type { Optimizer, ParamGroup } from "../scheduler/optimizer.ts";
export type { SchedulerState } from "../scheduler/state.ts";
export { LRScheduler, type LRSchedulerOptions } from "./lrScheduler.ts";
export { MultiStepLR, type MultiStepLROptions } from "./multiStepLR.ts";
export { StepLR, type StepLROptions } from "./stepLR.ts";
export { WarmupMultiFactorScheduler, type WarmupMultiFactorSchedulerOptions } from "./warmupMultiFactorScheduler.ts";
