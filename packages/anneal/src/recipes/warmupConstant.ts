import type { Sequence } from "../kinds/sequence.ts";
import type { LevelFact, Needs, TimeFact } from "../needs.ts";
import type { Level, Time } from "../units.ts";
import { checkOptions } from "./checkOptions.ts";
import { type WarmupPart, warmupPartFields, withWarmup } from "./withWarmup.ts";

/**
 * Warms the rate up to the base rate and keeps it.
 *
 * Formula: the warm-up of {@link warmup}, then the base rate.
 *
 * - `warmup`: how long the rate climbs, a time; 0 is no warm-up.
 * - `from`, `curve`, `first`, `inclusive`: how it climbs, as in {@link warmup}.
 *
 * Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import { schedule, warmupConstant } from "anneal";
 * const lr = schedule(warmupConstant({ warmup: 4 }), { base: 0.1 });
 * [0, 1, 2, 4, 99].map(lr); // => [0, 0.025, 0.05, 0.1, 0.1]
 * ```
 *
 * Source: Hugging Face Transformers 5 `get_constant_schedule_with_warmup`, optax 0.2.9 `warmup_constant_schedule`.
 */
export function warmupConstant<W extends Time, F extends Level = 0>(
  options: WarmupPart<W, F>,
): Sequence & Needs<TimeFact<W> | LevelFact<F> | "base"> {
  const plan: Sequence = withWarmup(checkOptions<WarmupPart>(warmupPartFields, options), {
    kind: "constant",
    value: "1x",
  });
  return plan;
}
