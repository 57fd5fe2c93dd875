import { refuse } from "../error.ts";
import { type Fields, isObject } from "../field.ts";
import { freeze } from "../freeze.ts";
import type { Sequence } from "../kinds/sequence.ts";
import { mapValues } from "../mapValues.ts";
import type { FactsOf, Needs } from "../needs.ts";
import type { Plan } from "../plan.ts";
import type { Time } from "../units.ts";
import { checkOptions } from "./checkOptions.ts";
import { withAmount } from "./withAmount.ts";

/** How a plan's percentages are read in its part: of the part, or of the run. */
export type Scaling = "rescaled" | "fixed";

/** What {@link fractions} takes. */
export interface FractionsOptions<P extends Plan = Plan> {
  readonly plans: readonly P[];
  readonly shares: readonly number[];
  readonly scaling?: readonly Scaling[];
}

/** The table of {@link fractions}' options. */
export const fractionsFields: Fields<FractionsOptions> = {
  plans: { type: "plan", list: true, least: 1 },
  shares: { type: "number", list: true, as: "plans" },
  scaling: { of: ["rescaled", "fixed"], list: true, as: "plans", default: undefined },
};

/**
 * One plan after another, each for a share of the run.
 *
 * Formula: plan i for `shares[0] + ... + shares[i - 1] <= t / steps < shares[0] + ... + shares[i]`.
 *
 * - `plans`: any plans.
 * - `shares`: the share of the run that each has, as many as `plans`; together 1. A plan without one is left out.
 * - `scaling`: `"rescaled"`: a plan begins with its part, and its percentages (`"50%"`) and `"rest"` are of the part.
 *   `"fixed"`: it is read on the run's own clock, of which the part shows a section. One for each plan. Default: all
 *   are rescaled.
 *
 * Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import { fractions, linear, multiStep, schedule } from "anneal";
 * const plans = [linear({ from: 0, to: "1x", over: "rest" }), multiStep({ milestones: ["50%"] })];
 * const lr = schedule(fractions({ plans, shares: [0.2, 0.8] }), { base: 0.1, steps: 100 });
 * [0, 10, 20, 59, 60].map(lr); // => [0, 0.05, 0.1, 0.1, 0.01]
 * ```
 *
 * Source: fvcore 0.1 `CompositeParamScheduler`, fastai 2.7 `combine_scheds`.
 */
export function fractions<P extends Plan>(options: FractionsOptions<P>): Sequence & Needs<FactsOf<P> | "steps"> {
  const { plans, shares, scaling } = checkOptions<FractionsOptions>(fractionsFields, options);
  let end = 0;
  const parts = plans.flatMap((plan, i) => {
    const share = shares[i] as number;
    end += share;
    const part = scaling?.[i] === "fixed" ? { plan, clock: "global" } : { plan: rescale(plan, share) };
    return share ? { ...part, until: `${100 * end}%` } : [];
  });
  if (Math.abs(end - 1) > 1e-9) refuse("shares", "numbers that add up to 1", end);
  return freeze({ kind: "sequence", parts } as Sequence);
}

/** A plan whose percentages are of a share. A text with a percent sign is a time, but for a function's name. */
function rescale<T>(plan: T, share: number, name?: string): T {
  const own = (value: unknown, name?: string): unknown => rescale(value, share, name);
  const isTime = typeof plan === "string" && plan.endsWith("%") && name !== "name";
  if (isTime) return withAmount(plan as Time, (amount) => amount * share) as T;
  return (Array.isArray(plan) ? plan.map((entry) => own(entry)) : isObject(plan) ? mapValues(plan, own) : plan) as T;
}
