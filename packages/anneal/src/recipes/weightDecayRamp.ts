import type { Fields } from "../field.ts";
import { freeze } from "../freeze.ts";
import type { LevelFact, Needs, TimeFact } from "../needs.ts";
import type { Plan } from "../plan.ts";
import type { Level, Time } from "../units.ts";
import { checkOptions } from "./checkOptions.ts";

/** What {@link weightDecayRamp} takes. */
export interface WeightDecayRampOptions<O extends Time = Time, F extends Level = Level, T extends Level = Level> {
  readonly from: F;
  readonly to: T;
  readonly over?: O;
  readonly curve?: "linear" | "cosine";
}

/** The table of {@link weightDecayRamp}'s options. */
export const weightDecayRampFields: Fields<WeightDecayRampOptions> = {
  from: { type: "level" },
  to: { type: "level" },
  over: { type: "time", open: "rest", default: "rest" },
  curve: { of: ["linear", "cosine"], default: "linear" },
};

/**
 * Takes the weight decay from one value to another during the run.
 *
 * Formula: `from + (to - from) * p`, p = t / `over`, or `(1 - cos(pi p)) / 2` with the cosine; then `to`.
 *
 * - `from`, `to`: the levels at both ends; `"2x"` is twice the group's own weight decay.
 * - `over`: how long it takes, a time. Default `"rest"`.
 * - `curve`: `"linear"` (default) or `"cosine"`.
 *
 * Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import { Scheduler, weightDecayRamp } from "anneal";
 * const optimizer = { paramGroups: [{ lr: 0.1, weightDecay: 0.04 }] };
 * const plan = weightDecayRamp({ from: "1x", to: 0.4, over: 10, curve: "cosine" });
 * new Scheduler(optimizer, { weightDecay: plan }).seek(5);
 * optimizer.paramGroups[0]?.weightDecay.toFixed(9); // => "0.220000000"
 * ```
 *
 * Source: Megatron-LM core 0.20 `weight_decay_incr_style`; Caron et al. 2021 (DINO).
 */
export function weightDecayRamp<F extends Level, T extends Level, O extends Time = "rest">(
  options: WeightDecayRampOptions<O, F, T>,
): Plan & Needs<TimeFact<O> | LevelFact<F> | LevelFact<T>> {
  const { curve, ...ramp } = checkOptions<WeightDecayRampOptions>(weightDecayRampFields, options);
  const plan: Plan = freeze({ kind: curve, ...ramp });
  return plan;
}
