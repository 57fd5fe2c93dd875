/** Learning-rate schedules as plain data, compiled to pure functions. */

// From one level to another.

export { type Cosine, cosine } from "./kinds/cosine.ts";
export { type Geometric, geometric } from "./kinds/geometric.ts";
export { type Linear, linear } from "./kinds/linear.ts";
export { type Logarithmic, logarithmic } from "./kinds/logarithmic.ts";
export { type Polynomial, polynomial } from "./kinds/polynomial.ts";
export { type Tanh, tanh } from "./kinds/tanh.ts";

// Without an end of their own.

export { type Constant, constant } from "./kinds/constant.ts";
export { type CosineWave, cosineWave } from "./kinds/cosineWave.ts";
export { type Custom, custom } from "./kinds/custom.ts";
export { type Exponential, exponential } from "./kinds/exponential.ts";
export { type Piecewise, piecewise } from "./kinds/piecewise.ts";
export { type PowerLaw, powerLaw } from "./kinds/powerLaw.ts";

// Around other plans.

export { type Clamp, clamp } from "./kinds/clamp.ts";
export { type Clock, clock } from "./kinds/clock.ts";
export { type Product, product } from "./kinds/product.ts";
export { type Repeat, repeat } from "./kinds/repeat.ts";
export { type Part, type Sequence, sequence } from "./kinds/sequence.ts";
export { type Shift, shift } from "./kinds/shift.ts";
export { type Sum, sum } from "./kinds/sum.ts";

// What reads, makes and drives plans.

export type { BatchRamp, BatchSize } from "./consumed.ts";
export type { Controller } from "./controllers/controller.ts";
export type { Decision } from "./controllers/decision.ts";
export { type Greedy, type GreedyState, greedy } from "./controllers/greedy.ts";
export { type KerasPlateauOptions, kerasPlateau } from "./controllers/kerasPlateau.ts";
export { type OptaxPlateauOptions, optaxPlateau } from "./controllers/optaxPlateau.ts";
export { type Plateau, type PlateauState, plateau } from "./controllers/plateau.ts";
export type { ControllerState } from "./controllers/reducer.ts";
export type { Watch } from "./controllers/watch.ts";
export { type Issue, PlanError } from "./error.ts";
export { format } from "./format.ts";
export { functions } from "./functions/functions.ts";
export type { CustomFunction, Functions } from "./kind.ts";
export { type BatchRampOptions, batchRamp } from "./loop/batchRamp.ts";
export type { LastAccumulation } from "./loop/count.ts";
export { type CountedRun, type RunOptions, run } from "./loop/run.ts";
export { parsePlan } from "./parsePlan.ts";
export type { Numbers } from "./piece.ts";
export type { Plan } from "./plan.ts";
export { type BatchScaleOptions, batchScale } from "./recipes/batchScale.ts";
export { type ConstantFactorOptions, constantFactor } from "./recipes/constantFactor.ts";
export { type CyclicOptions, cyclic } from "./recipes/cyclic.ts";
export { type ExponentialDecayOptions, exponentialDecay } from "./recipes/exponentialDecay.ts";
export { exponentialWarmup } from "./recipes/exponentialWarmup.ts";
export { type FlatCosineOptions, flatCosine } from "./recipes/flatCosine.ts";
export { type FractionsOptions, fractions, type Scaling } from "./recipes/fractions.ts";
export { type InverseSqrtOptions, inverseSqrt } from "./recipes/inverseSqrt.ts";
export { type InverseTimeOptions, inverseTime } from "./recipes/inverseTime.ts";
export { type DampenOptions, linearWarmup } from "./recipes/linearWarmup.ts";
export { type MultiStepOptions, multiStep } from "./recipes/multiStep.ts";
export { type NoiseOptions, noise } from "./recipes/noise.ts";
export { type OneCycleOptions, type OneCycleProgram, oneCycle } from "./recipes/oneCycle.ts";
export { type OneTriangleOptions, oneTriangle } from "./recipes/oneTriangle.ts";
export { type PiecewiseInterpolateOptions, piecewiseInterpolate } from "./recipes/piecewiseInterpolate.ts";
export { type RadamWarmupOptions, radamWarmup } from "./recipes/radamWarmup.ts";
export { type RangeTestOptions, rangeTest } from "./recipes/rangeTest.ts";
export { type RampPlan, type RestartsOptions, restarts } from "./recipes/restarts.ts";
export { type StepOptions, step } from "./recipes/step.ts";
export { type SwaOptions, swa } from "./recipes/swa.ts";
export { type TriStageOptions, triStage } from "./recipes/triStage.ts";
export { type WarmupOptions, warmup } from "./recipes/warmup.ts";
export { warmupConstant } from "./recipes/warmupConstant.ts";
export { type WarmupCosineOptions, warmupCosine } from "./recipes/warmupCosine.ts";
export { type WarmupCosineRestartsOptions, warmupCosineRestarts } from "./recipes/warmupCosineRestarts.ts";
export { warmupLinear } from "./recipes/warmupLinear.ts";
export {
  type WarmupMultiFactorOptions,
  type WarmupStrategy,
  warmupMultiFactor,
} from "./recipes/warmupMultiFactor.ts";
export {
  type WarmupDecayOptions,
  type WarmupPolynomialOptions,
  warmupPolynomial,
} from "./recipes/warmupPolynomial.ts";
export { type WeightDecayRampOptions, weightDecayRamp } from "./recipes/weightDecayRamp.ts";
export type { Climb, WarmupCurve, WarmupPart } from "./recipes/withWarmup.ts";
export { type WsdDecay, type WsdOptions, wsd } from "./recipes/wsd.ts";
export type { Run } from "./run.ts";
export { type BuildOptions, type Schedule, schedule } from "./schedule.ts";
export type { Metric } from "./scheduler/observe.ts";
export type { Optimizer, ParamGroup } from "./scheduler/optimizer.ts";
export type { Policy } from "./scheduler/policy.ts";
export type { Driven, Program } from "./scheduler/program.ts";
export { type Recorded, type Replay, type ReplayOptions, replay } from "./scheduler/replay.ts";
export { Scheduler } from "./scheduler/scheduler.ts";
export type { SchedulerState } from "./scheduler/state.ts";
export { type Fact, type Level, level, type Time, time } from "./units.ts";
