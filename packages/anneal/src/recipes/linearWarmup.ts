import type { Fields } from "../field.ts";
import { freeze } from "../freeze.ts";
import type { Product } from "../kinds/product.ts";
import type { FactsOf, Needs, TimeFact } from "../needs.ts";
import type { Plan } from "../plan.ts";
import type { Time } from "../units.ts";
import { checkOptions } from "./checkOptions.ts";

/** What {@link linearWarmup} and {@link exponentialWarmup} take. */
export interface DampenOptions<P extends Plan = Plan, O extends Time = Time> {
  readonly plan: P;
  readonly over?: O;
  readonly beta2?: number;
}

/** The table of {@link DampenOptions}. */
export const dampenFields: Fields<DampenOptions> = {
  plan: { type: "plan" },
  over: { type: "time", above: 0, default: undefined },
  beta2: { type: "number", below: 1, default: 0.999 },
};

/**
 * Dampens a plan on a straight line at the beginning; the plan's own time goes on meanwhile.
 *
 * Formula: `plan(t) * min(1, (t + 1) / over)`.
 *
 * - `plan`: any plan.
 * - `over`: how long it is dampened, a time above 0. Default by `beta2`: `floor(2 / (1 - beta2))` steps ("untuned").
 * - `beta2`: Adam's decay rate of the second moment, below 1. Default 0.999.
 *
 * Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import { constant, format, linearWarmup, schedule } from "anneal";
 * const plan = constant({ value: "1x" });
 * const lr = schedule(linearWarmup({ plan, over: 4 }), { base: 0.1 });
 * [0, 1, 3, 4].map(lr); // => [0.025, 0.05, 0.1, 0.1]
 * format(schedule(linearWarmup({ plan, beta2: 0.99 }), { base: 0.1 })(98)); // => "0.0497487437186"
 * ```
 *
 * Source: Ma and Yarats 2021; pytorch_warmup 0.2 `LinearWarmup`, `UntunedLinearWarmup`.
 */
export function linearWarmup<P extends Plan, O extends Time = never>(
  options: DampenOptions<P, O>,
): Product & Needs<FactsOf<P> | TimeFact<O>> {
  const { plan, beta2, over = Math.floor(2 / (1 - beta2)) } = checkOptions<DampenOptions>(dampenFields, options);
  const factor: Plan = { kind: "shift", plan: { kind: "linear", from: 0, to: 1, over }, by: 1 };
  const made: Product = freeze({ kind: "product", factors: [plan, factor] });
  return made;
}
