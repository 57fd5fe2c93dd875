import { freeze } from "../freeze.ts";
import type { Product } from "../kinds/product.ts";
import type { FactsOf, Needs, TimeFact } from "../needs.ts";
import type { Plan } from "../plan.ts";
import type { Time } from "../units.ts";
import { checkOptions } from "./checkOptions.ts";
import { type DampenOptions, dampenFields } from "./linearWarmup.ts";

/**
 * Dampens a plan by an exponential that comes ever closer to 1; the plan's own time goes on meanwhile.
 *
 * Formula: `plan(t) * (1 - exp(-(t + 1) / over))`.
 *
 * - `plan`: any plan.
 * - `over`: the time constant, a time above 0. Default by `beta2`: `floor(1 / (1 - beta2))` steps ("untuned").
 * - `beta2`: Adam's decay rate of the second moment, below 1. Default 0.999.
 *
 * Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import { constant, exponentialWarmup, format, schedule } from "anneal";
 * const lr = schedule(exponentialWarmup({ plan: constant({ value: "1x" }), over: 4 }), { base: 0.1 });
 * [0, 3, 99].map(lr).map(format); // => ["0.0221199216929", "0.0632120558829", "0.0999999999986"]
 * ```
 *
 * Source: Ma and Yarats 2021; pytorch_warmup 0.2 `ExponentialWarmup`, `UntunedExponentialWarmup`.
 */
export function exponentialWarmup<P extends Plan, O extends Time = never>(
  options: DampenOptions<P, O>,
): Product & Needs<FactsOf<P> | TimeFact<O>> {
  const { plan, beta2, over = Math.floor(1 / (1 - beta2)) } = checkOptions<DampenOptions>(dampenFields, options);
  const climb: Plan = { kind: "exponential", from: 0, to: 1, factor: Math.exp(-1), every: over };
  const made: Product = freeze({ kind: "product", factors: [plan, { kind: "shift", plan: climb, by: 1 }] });
  return made;
}
