import { refuse } from "../error.ts";
import type { Fields } from "../field.ts";
import type { Sequence } from "../kinds/sequence.ts";
import type { LevelFact, Needs, TimeFact } from "../needs.ts";
import type { Plan } from "../plan.ts";
import { EXPECTED, type Level, type Time } from "../units.ts";
import { checkOptions } from "./checkOptions.ts";
import { type WarmupDecayOptions, warmupDecayFields } from "./warmupPolynomial.ts";
import { withAmount } from "./withAmount.ts";
import { withWarmup } from "./withWarmup.ts";

/** What {@link warmupCosine} takes. */
export interface WarmupCosineOptions<
  W extends Time = Time,
  O extends Time = Time,
  F extends Level = Level,
  T extends Level = Level,
> extends WarmupDecayOptions<W, O, F, T> {
  readonly cycles?: number;
}

/** The table of {@link warmupCosine}'s options. */
export const warmupCosineFields: Fields<WarmupCosineOptions> = {
  ...warmupDecayFields,
  cycles: { type: "number", above: 0, default: undefined },
};

/**
 * Warms the rate up to the base rate, then takes it down along a cosine.
 *
 * Formula: the warm-up of {@link warmup}, then `to + (base - to) * (1 + cos(pi * t / over)) / 2`, t from its end, then
 * `to`; with `cycles`, `2 * pi * cycles` in place of pi, without end.
 *
 * - `warmup`: how long the rate climbs, a time; 0 is no warm-up.
 * - `over`: how long it falls, a time. Default `"rest"`. With `cycles` other than 0.5 a time with an amount.
 * - `to`: the level that it falls to. Default 0.
 * - `cycles`: how many whole waves there are in `over`, above 0; the wave then goes on after it, and rises again.
 *   Default: half a wave, and `to` is held.
 * - `from`, `curve`, `first`, `inclusive`: how it climbs, as in {@link warmup}.
 *
 * Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import { format, schedule, warmupCosine } from "anneal";
 * const lr = schedule(warmupCosine({ warmup: "20%", to: "0.1x" }), { base: 0.1, steps: 10 });
 * [0, 1, 2, 6, 10].map(lr).map(format); // => ["0", "0.05", "0.1", "0.055", "0.01"]
 * ```
 *
 * Source: Hugging Face Transformers 5 `get_cosine_schedule_with_warmup` (`cycles` is its `num_cycles`), optax 0.2.9
 * `warmup_cosine_decay_schedule`, Keras 3.16 `CosineDecay`.
 */
export function warmupCosine<W extends Time, O extends Time = "rest", F extends Level = 0, T extends Level = 0>(
  options: WarmupCosineOptions<W, O, F, T>,
): Sequence & Needs<TimeFact<W> | TimeFact<O> | LevelFact<F> | LevelFact<T> | "base"> {
  const checked = checkOptions<WarmupCosineOptions>(warmupCosineFields, options);
  const { over, to, cycles } = checked;
  if (cycles && cycles !== 0.5 && over === "rest") refuse("over", `${EXPECTED.time} with cycles`, over);
  const plan: Plan = cycles
    ? { kind: "cosineWave", from: "1x", to, over: withAmount(over, (amount) => amount / (2 * cycles)) }
    : { kind: "cosine", from: "1x", to, over };
  const made: Sequence = withWarmup(checked, plan);
  return made;
}
