import type { Entry } from "../entry.ts";
import { getConstant, getConstantWithWarmup } from "./constant.ts";
import { getCosine, getCosineRestarts } from "./cosine.ts";
import { getCosineWithFloor, getCosineWithFloorFrom1 } from "./cosineWithFloor.ts";
import { getInverseSqrt } from "./inverseSqrt.ts";
import { getLinear } from "./linear.ts";
import { getGreedy, getReduceOnPlateau } from "./metric.ts";
import { getPolynomial } from "./polynomial.ts";
import { getWsd } from "./wsd.ts";

/** One function of transformers. */
export interface ScheduleFunction {
  readonly name: string;
  readonly entry: Entry;
  /** Which counts `get_scheduler` hands over to it, and insists on unless they are `"maybe"`. */
  readonly warmup: boolean;
  readonly steps: boolean | "maybe";
}

const one = (name: string, entry: Entry, warmup: boolean, steps: boolean | "maybe"): ScheduleFunction => ({
  name,
  entry,
  warmup,
  steps,
});

/** The functions by the names under which `get_scheduler` and the Trainer have them. */
export const FUNCTIONS = {
  linear: one("get_linear_schedule_with_warmup", getLinear, true, true),
  cosine: one("get_cosine_schedule_with_warmup", getCosine, true, true),
  cosine_with_restarts: one("get_cosine_with_hard_restarts_schedule_with_warmup", getCosineRestarts, true, true),
  polynomial: one("get_polynomial_decay_schedule_with_warmup", getPolynomial, true, true),
  constant: one("get_constant_schedule", getConstant, false, false),
  constant_with_warmup: one("get_constant_schedule_with_warmup", getConstantWithWarmup, true, false),
  inverse_sqrt: one("get_inverse_sqrt_schedule", getInverseSqrt, true, false),
  reduce_lr_on_plateau: one("get_reduce_on_plateau_schedule", getReduceOnPlateau, false, false),
  cosine_with_min_lr: one("get_cosine_with_min_lr_schedule_with_warmup", getCosineWithFloor, true, true),
  cosine_warmup_with_min_lr: one(
    "get_cosine_with_min_lr_schedule_with_warmup_lr_rate",
    getCosineWithFloorFrom1,
    true,
    true,
  ),
  warmup_stable_decay: one("get_wsd_schedule", getWsd, true, "maybe"),
  greedy: one("get_greedy_schedule", getGreedy, false, false),
} as const satisfies Readonly<Record<string, ScheduleFunction>>;
