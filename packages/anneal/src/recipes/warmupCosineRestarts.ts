import type { Fields } from "../field.ts";
import type { Sequence } from "../kinds/sequence.ts";
import type { LevelFact, Needs, TimeFact } from "../needs.ts";
import type { Plan } from "../plan.ts";
import type { Level, Time } from "../units.ts";
import { checkOptions } from "./checkOptions.ts";
import { type WarmupCosineOptions, warmupCosineFields } from "./warmupCosine.ts";
import { withAmount } from "./withAmount.ts";
import { withWarmup } from "./withWarmup.ts";

/** What {@link warmupCosineRestarts} takes. */
export type WarmupCosineRestartsOptions<
  W extends Time = Time,
  O extends Time = Time,
  F extends Level = Level,
  T extends Level = Level,
> = WarmupCosineOptions<W, O, F, T> & { readonly over: O };

/** The table of {@link warmupCosineRestarts}'s options. */
export const warmupCosineRestartsFields: Fields<WarmupCosineRestartsOptions> = {
  ...warmupCosineFields,
  over: { type: "time" },
  cycles: { type: "number", above: 0, default: 1 },
};

/**
 * Warms the rate up to the base rate, then takes it down along equal cosines, each from the base rate again.
 *
 * Formula: the warm-up of {@link warmup}, then `to + (base - to) * (1 + cos(pi * s)) / 2` with s the fractional part of
 * `cycles * t / over`, t from its end; from `over` on `to`.
 *
 * - `warmup`: how long the rate climbs, a time; 0 is no warm-up.
 * - `over`: how long all cycles take together, a time.
 * - `cycles`: how many there are, above 0. Default 1.
 * - `to`: the level that each falls to. Default 0.
 * - `from`, `curve`, `first`, `inclusive`: how it climbs, as in {@link warmup}.
 *
 * Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import { format, schedule, warmupCosineRestarts } from "anneal";
 * const lr = schedule(warmupCosineRestarts({ warmup: 2, over: 8, cycles: 2 }), { base: 0.1 });
 * [0, 1, 2, 4, 6, 8, 10].map(lr).map(format); // => ["0", "0.05", "0.1", "0.05", "0.1", "0.05", "0"]
 * ```
 *
 * Source: Hugging Face Transformers 5 `get_cosine_with_hard_restarts_schedule_with_warmup`.
 */
export function warmupCosineRestarts<W extends Time, O extends Time, F extends Level = 0, T extends Level = 0>(
  options: WarmupCosineRestartsOptions<W, O, F, T>,
): Sequence & Needs<TimeFact<W> | TimeFact<O> | LevelFact<F> | LevelFact<T> | "base"> {
  const checked = checkOptions<WarmupCosineRestartsOptions>(warmupCosineRestartsFields, options);
  const { over, to, cycles } = checked;
  const cycle: Plan = { kind: "cosine", from: "1x", to, over: withAmount(over, (amount) => amount / cycles) };
  const plan: Plan = {
    kind: "sequence",
    parts: [
      { plan: { kind: "repeat", plan: cycle }, until: over },
      { kind: "constant", value: to },
    ],
  };
  const made: Sequence = withWarmup(checked, plan);
  return made;
}
