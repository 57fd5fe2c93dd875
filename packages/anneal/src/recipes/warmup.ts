import type { Fields } from "../field.ts";
import type { Sequence } from "../kinds/sequence.ts";
import type { FactsOf, LevelFact, Needs, TimeFact } from "../needs.ts";
import type { Plan } from "../plan.ts";
import type { Level, Time } from "../units.ts";
import { checkOptions } from "./checkOptions.ts";
import { type Climb, climbFields, withWarmup } from "./withWarmup.ts";

/** What {@link warmup} takes. */
export interface WarmupOptions<
  P extends Plan = Plan,
  O extends Time = Time,
  F extends Level = Level,
  T extends Level = Level,
> extends Climb<F> {
  readonly plan: P;
  readonly over: O;
  readonly to?: T;
  readonly clock?: "local" | "global";
}

/** The table of {@link warmup}'s options. */
export const warmupFields: Fields<WarmupOptions> = {
  plan: { type: "plan" },
  over: { type: "time" },
  ...climbFields,
  to: { type: "level", default: "1x" },
  clock: { of: ["local", "global"], default: "local" },
};

/**
 * Puts a warm-up before any plan.
 *
 * Formula, with W = `over` and p = t / W: for t < W linear `from + (to - from) p`, cosine with `(1 - cos(pi p)) / 2` in
 * place of p, sqrt with `1 - sqrt(1 - p)`, logarithmic with `ln(1 + t) / ln(1 + W)`, exponential
 * `from (to / from)^p`, constant `from`; then `plan(t - W)`, or `plan(t)` on the global clock.
 *
 * - `plan`: what follows, from step W on.
 * - `over`: how long the rate climbs, a time; 0 is no warm-up.
 * - `from`: the level of the first step. Default 0. Above 0 for `"exponential"`.
 * - `to`: the level that is climbed to. Default `"1x"`.
 * - `curve`: `"linear"` (default), `"constant"`, `"cosine"`, `"exponential"`, `"logarithmic"` or `"sqrt"`.
 * - `first`: the number of the first update: 0, or 1 for p = (t + 1) / W, which is above `from` at once and at `to`
 *   one step before W. Default 0.
 * - `inclusive`: whether the last of these steps is already at `to`: p = t / (W - 1). Default false.
 * - `clock`: `"local"`: the plan's time starts after the warm-up; `"global"`: it has gone on meanwhile. Default `"local"`.
 *
 * Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import { format, schedule, step, warmup } from "anneal";
 * const lr = schedule(warmup({ plan: step({ every: 10 }), over: 4, first: 1 }), { base: 0.1 });
 * [0, 1, 3, 4, 13, 14].map(lr).map(format); // => ["0.025", "0.05", "0.1", "0.1", "0.1", "0.01"]
 * ```
 *
 * Source: Goyal et al. 2017; timm 1.0 `warmup_t` with its `warmup_prefix` (the clock), DeepSpeed 0.19 `WarmupLR`
 * ("logarithmic"), Hugging Face Transformers 5 `warmup_type` ("1-sqrt").
 */
export function warmup<P extends Plan, O extends Time, F extends Level = 0, T extends Level = "1x">(
  options: WarmupOptions<P, O, F, T>,
): Sequence & Needs<FactsOf<P> | TimeFact<O> | LevelFact<F> | LevelFact<T>> {
  const checked = checkOptions<WarmupOptions>(warmupFields, options);
  const { plan, over, to, clock } = checked;
  const made: Sequence = withWarmup({ ...checked, warmup: over }, plan, to, clock);
  return made;
}
