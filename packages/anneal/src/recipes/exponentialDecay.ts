import type { Fields } from "../field.ts";
import { freeze } from "../freeze.ts";
import type { Clamp } from "../kinds/clamp.ts";
import type { LevelFact, Needs, TimeFact } from "../needs.ts";
import type { Plan } from "../plan.ts";
import type { Level, Time } from "../units.ts";
import { checkOptions } from "./checkOptions.ts";

/** What {@link exponentialDecay} takes. */
export interface ExponentialDecayOptions<
  E extends Time = Time,
  B extends Time = Time,
  F extends Level = Level,
  L extends Level = Level,
  H extends Level = Level,
> {
  readonly every: E;
  readonly factor: number;
  readonly begin?: B;
  readonly from?: F;
  readonly min?: L;
  readonly max?: H;
  readonly staircase?: boolean;
}

/** The table of {@link exponentialDecay}'s options. */
export const exponentialDecayFields: Fields<ExponentialDecayOptions> = {
  every: { type: "time", above: 0 },
  factor: { type: "number" },
  begin: { type: "time", default: 0 },
  from: { type: "level", default: "1x" },
  min: { type: "level", default: undefined },
  max: { type: "level", default: undefined },
  staircase: { of: [true, false], default: false },
};

/**
 * Multiplies the rate by a factor every so often, from a step on and between two levels.
 *
 * Formula: `from * factor ** ((t - begin) / every)` from `begin` on, the exponent rounded down when `staircase`; never
 * below `min` nor above `max`.
 *
 * - `every`: the time of one multiplication, above 0.
 * - `factor`: what it multiplies by, from 0.
 * - `begin`: how long `from` is held first, a time. Default 0.
 * - `from`: the level at first. Default `"1x"`.
 * - `min`, `max`: the levels that it stays between. Default: none.
 * - `staircase`: change only at whole multiples of `every`. Default false.
 *
 * Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import { exponentialDecay, schedule } from "anneal";
 * const lr = schedule(exponentialDecay({ every: 10, factor: 0.5, begin: 5, min: 0.03 }), { base: 0.1 });
 * [5, 15, 25].map(lr); // => [0.1, 0.05, 0.03]
 * ```
 *
 * Source: optax 0.2.9 `exponential_decay`, whose `end_value` is `min` for a factor below 1 and else `max`; MXNet 2.0
 * `FactorScheduler` with `stop_factor_lr`.
 */
export function exponentialDecay<
  E extends Time,
  B extends Time = 0,
  F extends Level = "1x",
  L extends Level = never,
  H extends Level = never,
>(
  options: ExponentialDecayOptions<E, B, F, L, H>,
): Clamp & Needs<TimeFact<E> | TimeFact<B> | LevelFact<F> | LevelFact<L> | LevelFact<H>> {
  const {
    every,
    factor,
    begin,
    from,
    min = 0,
    max,
    staircase,
  } = checkOptions<ExponentialDecayOptions>(exponentialDecayFields, options);
  const parts: Plan[] = [
    { kind: "constant", value: from, over: begin },
    { kind: "exponential", from, factor, every, staircase },
  ];
  return freeze({ kind: "clamp", plan: { kind: "sequence", parts }, min, ...(max === undefined ? {} : { max }) });
}
