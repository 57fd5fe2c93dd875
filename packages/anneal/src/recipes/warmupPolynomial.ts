import type { Fields } from "../field.ts";
import type { Sequence } from "../kinds/sequence.ts";
import type { LevelFact, Needs, TimeFact } from "../needs.ts";
import type { Level, Time } from "../units.ts";
import { checkOptions } from "./checkOptions.ts";
import { type WarmupPart, warmupPartFields, withWarmup } from "./withWarmup.ts";

/** What {@link warmupLinear} takes, and every recipe that decays to a level after its warm-up. */
export interface WarmupDecayOptions<
  W extends Time = Time,
  O extends Time = Time,
  F extends Level = Level,
  T extends Level = Level,
> extends WarmupPart<W, F> {
  readonly over?: O;
  readonly to?: T;
}

/** What {@link warmupPolynomial} takes. */
export interface WarmupPolynomialOptions<
  W extends Time = Time,
  O extends Time = Time,
  F extends Level = Level,
  T extends Level = Level,
> extends WarmupDecayOptions<W, O, F, T> {
  readonly power?: number;
}

/** The table of {@link WarmupDecayOptions}. */
export const warmupDecayFields: Fields<WarmupDecayOptions> = {
  ...warmupPartFields,
  over: { type: "time", open: "rest", default: "rest" },
  to: { type: "level", default: 0 },
};

/** The table of {@link warmupPolynomial}'s options. */
export const warmupPolynomialFields: Fields<WarmupPolynomialOptions> = {
  ...warmupDecayFields,
  power: { type: "number", above: 0, default: 1 },
};

/**
 * Warms the rate up to the base rate, then takes it down by a power of the remaining share.
 *
 * Formula: the warm-up of {@link warmup}, then `to + (base - to) * (1 - t / over) ** power`, t from its end, then `to`.
 *
 * - `warmup`: how long the rate climbs, a time; 0 is no warm-up.
 * - `over`: how long it falls, a time. Default `"rest"`.
 * - `to`: the level that it falls to. Default 0.
 * - `power`: the exponent, above 0. Default 1: a straight line.
 * - `from`, `curve`, `first`, `inclusive`: how it climbs, as in {@link warmup}.
 *
 * Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import { format, schedule, warmupPolynomial } from "anneal";
 * const lr = schedule(warmupPolynomial({ warmup: "20%", power: 2 }), { base: 0.1, steps: 10 });
 * [0, 1, 2, 6, 10].map(lr).map(format); // => ["0", "0.05", "0.1", "0.025", "0"]
 * ```
 *
 * Source: Hugging Face Transformers 5 `get_polynomial_decay_schedule_with_warmup`, fairseq 0.12 `polynomial_decay`.
 */
export function warmupPolynomial<W extends Time, O extends Time = "rest", F extends Level = 0, T extends Level = 0>(
  options: WarmupPolynomialOptions<W, O, F, T>,
): Sequence & Needs<TimeFact<W> | TimeFact<O> | LevelFact<F> | LevelFact<T> | "base"> {
  const checked = checkOptions<WarmupPolynomialOptions>(warmupPolynomialFields, options);
  const { over, to, power } = checked;
  const plan: Sequence = withWarmup(checked, { kind: "polynomial", from: "1x", to, over, power });
  return plan;
}
