import { refuse } from "../error.ts";
import type { Fields } from "../field.ts";
import type { Sequence } from "../kinds/sequence.ts";
import type { LevelFact, Needs, TimeFact } from "../needs.ts";
import { EXPECTED, type Level, readQuantity, type Time } from "../units.ts";
import { checkOptions } from "./checkOptions.ts";
import { type WarmupPart, warmupPartFields, withWarmup } from "./withWarmup.ts";

/** What {@link inverseSqrt} takes. */
export interface InverseSqrtOptions<W extends Time = Time, S extends Time = Time, F extends Level = Level>
  extends WarmupPart<W, F> {
  readonly timescale?: S;
}

/** The table of {@link inverseSqrt}'s options. */
export const inverseSqrtFields: Fields<InverseSqrtOptions> = {
  ...warmupPartFields,
  timescale: { type: "time", above: 0, default: undefined },
};

/**
 * Warms the rate up to the base rate, then lets it fall as the inverse square root of time, without end.
 *
 * Formula: the warm-up of {@link warmup}, then `base / sqrt(1 + t / timescale)`, t from its end; with the timescale of
 * the warm-up W that is `base * sqrt(W / t)`, t from the start.
 *
 * - `warmup`: how long the rate climbs, a time.
 * - `timescale`: after so long the rate has fallen to `1 / sqrt(2)`, a time above 0. Default `warmup`.
 * - `from`, `curve`, `first`, `inclusive`: how it climbs, as in {@link warmup}.
 *
 * Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import { inverseSqrt, schedule } from "anneal";
 * const lr = schedule(inverseSqrt({ warmup: 100 }), { base: 0.1 });
 * [0, 50, 100, 400, 10_000].map(lr); // => [0, 0.05, 0.1, 0.05, 0.01]
 * ```
 *
 * Source: Vaswani et al. 2017; fairseq 0.12 `inverse_sqrt`, Hugging Face Transformers 5 `get_inverse_sqrt_schedule`.
 */
export function inverseSqrt<W extends Time, S extends Time = W, F extends Level = 0>(
  options: InverseSqrtOptions<W, S, F>,
): Sequence & Needs<TimeFact<W> | TimeFact<S> | LevelFact<F> | "base"> {
  const checked = checkOptions<InverseSqrtOptions>(inverseSqrtFields, options);
  const { warmup, timescale: every = warmup } = checked;
  if (!readQuantity(every).count) refuse("timescale", `${EXPECTED.time} above 0`, every);
  const plan: Sequence = withWarmup(checked, { kind: "powerLaw", from: "1x", every, power: -0.5 });
  return plan;
}
