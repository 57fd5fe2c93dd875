import { Problems } from "../error.ts";
import { type Fields, readOptions } from "../field.ts";
import { type Exponential, exponential } from "../kinds/exponential.ts";
import type { Needs, TimeFact } from "../needs.ts";
import type { Time } from "../units.ts";

/** What {@link step} takes. */
export interface StepOptions<E extends Time = Time> {
  readonly every: E;
  readonly factor?: number;
}

/** The table of {@link step}'s options. */
export const stepFields: Fields<StepOptions> = {
  every: { type: "time", above: 0 },
  factor: { type: "number", default: 0.1 },
};

/**
 * Multiplies the base rate by a factor at equal distances, without end.
 *
 * Formula: `base * factor ** floor(t / every)`.
 *
 * - `every`: the time between two changes, above 0.
 * - `factor`: what each of them multiplies by, from 0. Default 0.1.
 *
 * Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import { schedule, step } from "anneal";
 * const lr = schedule(step({ every: 30, factor: 0.5 }), { base: 0.1 });
 * [lr(29), lr(30), lr(60)]; // => [0.1, 0.05, 0.025]
 * ```
 *
 * Source: PyTorch 2.15 `StepLR`.
 */
export function step<E extends Time>(options: StepOptions<E>): Exponential & Needs<TimeFact<E> | "base"> {
  const problems = new Problems();
  const { every, factor } = readOptions<StepOptions<E>>(stepFields, options, problems);
  problems.throwIfAny();
  const plan: Exponential = exponential({ from: "1x", factor, every, staircase: true });
  return plan;
}
