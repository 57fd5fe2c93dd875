import type { Fields } from "../field.ts";
import { type PowerLaw, powerLaw } from "../kinds/powerLaw.ts";
import type { LevelFact, Needs, TimeFact } from "../needs.ts";
import type { Level, Time } from "../units.ts";
import { checkOptions } from "./checkOptions.ts";

/** What {@link rangeTest} takes. */
export interface RangeTestOptions<E extends Time = Time, F extends Level = Level> {
  readonly from?: F;
  readonly every: E;
  readonly rate?: number;
  readonly staircase?: boolean;
}

/** The table of {@link rangeTest}'s options. */
export const rangeTestFields: Fields<RangeTestOptions> = {
  from: { type: "level", default: 0.001 },
  every: { type: "time", above: 0 },
  rate: { type: "number", default: 1 },
  staircase: { of: [true, false], default: false },
};

/**
 * A learning-rate range test: a straight line upwards without end, or stairs.
 *
 * Formula: `from * (1 + rate * t / every)`, `t / every` rounded down when `staircase`.
 *
 * - `from`: the level of the first step. Default 0.001.
 * - `every`: the time of one rise, above 0.
 * - `rate`: how much of `from` is added in it, from 0. Default 1.
 * - `staircase`: rise only at whole multiples of `every`. Default false.
 *
 * Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import { rangeTest, schedule } from "anneal";
 * const lr = schedule(rangeTest({ from: 0.01, every: 100, rate: 5 }));
 * [lr(0), lr(100), lr(200)]; // => [0.01, 0.06, 0.11]
 * ```
 *
 * Source: Smith 2017; DeepSpeed 0.19 `LRRangeTest`. A test that rises by equal ratios is {@link geometric}.
 */
export function rangeTest<E extends Time, F extends Level = 0.001>(
  options: RangeTestOptions<E, F>,
): PowerLaw & Needs<TimeFact<E> | LevelFact<F>> {
  const checked = checkOptions<RangeTestOptions>(rangeTestFields, options);
  const plan: PowerLaw = powerLaw({ ...checked, power: 1 });
  return plan;
}
