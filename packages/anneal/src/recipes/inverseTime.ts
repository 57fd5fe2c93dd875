import type { Fields } from "../field.ts";
import { type PowerLaw, powerLaw } from "../kinds/powerLaw.ts";
import type { Needs, TimeFact } from "../needs.ts";
import type { Time } from "../units.ts";
import { checkOptions } from "./checkOptions.ts";

/** What {@link inverseTime} takes. */
export interface InverseTimeOptions<E extends Time = Time> {
  readonly every: E;
  readonly rate?: number;
  readonly staircase?: boolean;
}

/** The table of {@link inverseTime}'s options. */
export const inverseTimeFields: Fields<InverseTimeOptions> = {
  every: { type: "time", above: 0 },
  rate: { type: "number", default: 1 },
  staircase: { of: [true, false], default: false },
};

/**
 * Divides the base rate by a number that grows with time, without end.
 *
 * Formula: `base / (1 + rate * t / every)`, `t / every` rounded down when `staircase`.
 *
 * - `every`: the time of one turn, above 0.
 * - `rate`: how much each turn adds to the divisor, from 0. Default 1.
 * - `staircase`: change only at whole multiples of `every`. Default false.
 *
 * Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import { inverseTime, schedule } from "anneal";
 * const lr = schedule(inverseTime({ every: 100 }), { base: 0.1 });
 * [lr(0), lr(100), lr(300)]; // => [0.1, 0.05, 0.025]
 * ```
 *
 * Source: Keras 3.16 `InverseTimeDecay`, tfjs 4.22's `decay` of Adamax.
 */
export function inverseTime<E extends Time>(options: InverseTimeOptions<E>): PowerLaw & Needs<TimeFact<E> | "base"> {
  const plan: PowerLaw = powerLaw({
    from: "1x",
    power: -1,
    ...checkOptions<InverseTimeOptions>(inverseTimeFields, options),
  });
  return plan;
}
