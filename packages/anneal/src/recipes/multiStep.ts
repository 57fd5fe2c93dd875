import type { Fields } from "../field.ts";
import { freeze } from "../freeze.ts";
import type { Piecewise } from "../kinds/piecewise.ts";
import type { Shift } from "../kinds/shift.ts";
import type { Needs, TimeFact } from "../needs.ts";
import { type Level, round15, type Time } from "../units.ts";
import { checkOptions } from "./checkOptions.ts";
import { FIRST } from "./withWarmup.ts";

/** What {@link multiStep} takes. */
export interface MultiStepOptions<A extends Time = Time> {
  readonly milestones: readonly A[];
  readonly factor?: number;
  readonly first?: 0 | 1;
  readonly inclusive?: boolean;
}

/** The table of {@link multiStep}'s options. */
export const multiStepFields: Fields<MultiStepOptions> = {
  milestones: { type: "time", list: true, increasing: true },
  factor: { type: "number", default: 0.1 },
  first: FIRST,
  inclusive: { of: [true, false], default: true },
};

/**
 * Multiplies the base rate by a factor at each milestone.
 *
 * Formula: `base * factor ** n`, n the number of milestones m with `m <= t + first`, or `m < t + first`.
 *
 * - `milestones`: the times of change, each above the one before; an empty list is legal.
 * - `factor`: what each of them multiplies by, from 0. Default 0.1.
 * - `first`: the number of the first update, from which milestones count: 0 or 1. Default 0.
 * - `inclusive`: whether the update with a milestone's number is already at the lower rate. Default true.
 *
 * Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import { multiStep, schedule } from "anneal";
 * const lr = schedule(multiStep({ milestones: [30, 60], factor: 0.1 }), { base: 0.01 });
 * [lr(29), lr(30), lr(60)]; // => [0.01, 0.001, 0.0001]
 * ```
 *
 * Source: PyTorch 2.15 `MultiStepLR`; timm 1.0 `MultiStepLRScheduler` (from 1), Keras 3.16 `PiecewiseConstantDecay`
 * (not inclusive), MXNet 2.0 `MultiFactorScheduler` (from 1 and not inclusive, which is the same as the default).
 */
export function multiStep<A extends Time = never>(
  options: MultiStepOptions<A>,
): (Piecewise | Shift) & Needs<TimeFact<A> | "base"> {
  const { milestones, factor, first, inclusive } = checkOptions<MultiStepOptions>(multiStepFields, options);
  const to = milestones.map((_, i) => power(factor, i + 1));
  const plan: Piecewise = { kind: "piecewise", from: "1x", at: milestones, to };
  const by = first - +!inclusive;
  const made: Piecewise | Shift = freeze(by ? { kind: "shift", plan, by } : plan);
  return made;
}

/** The level `factor ** n` of the base rate, rounded to 15 digits. */
export function power(factor: number, n: number): Level {
  return `${round15(factor ** n)}x`;
}
