import { Problems } from "../error.ts";
import { type Fields, readOptions } from "../field.ts";
import { type Piecewise, piecewise } from "../kinds/piecewise.ts";
import type { Needs, TimeFact } from "../needs.ts";
import { type Level, round15, type Time } from "../units.ts";

/** What {@link multiStep} takes. */
export interface MultiStepOptions<A extends Time = Time> {
  readonly milestones: readonly A[];
  readonly factor?: number;
}

/** The table of {@link multiStep}'s options. */
export const multiStepFields: Fields<MultiStepOptions> = {
  milestones: { type: "time", list: true, increasing: true },
  factor: { type: "number", default: 0.1 },
};

/**
 * Multiplies the base rate by a factor at each milestone.
 *
 * Formula: `base * factor ** n`, n the number of milestones m with `m <= t`.
 *
 * - `milestones`: the times of change, each above the one before; an empty list is legal.
 * - `factor`: what each of them multiplies by, from 0. Default 0.1.
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
 * Source: PyTorch 2.12 `MultiStepLR`.
 */
export function multiStep<A extends Time = never>(
  options: MultiStepOptions<A>,
): Piecewise & Needs<TimeFact<A> | "base"> {
  const problems = new Problems();
  const { milestones, factor } = readOptions<MultiStepOptions<A>>(multiStepFields, options, problems);
  problems.throwIfAny();
  const plan: Piecewise = piecewise({ from: "1x", at: milestones, to: milestones.map((_, i) => power(factor, i + 1)) });
  return plan;
}

/** The level `factor ** n` of the base rate, rounded to 15 digits. */
export function power(factor: number, n: number): Level {
  return `${round15(factor ** n)}x`;
}
