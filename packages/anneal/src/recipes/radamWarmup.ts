import { refuse } from "../error.ts";
import type { Fields } from "../field.ts";
import { freeze } from "../freeze.ts";
import type { Product } from "../kinds/product.ts";
import type { FactsOf, Needs } from "../needs.ts";
import type { Plan } from "../plan.ts";
import { checkOptions } from "./checkOptions.ts";
import { type DampenOptions, dampenFields } from "./linearWarmup.ts";

/** What {@link radamWarmup} takes. */
export type RadamWarmupOptions<P extends Plan = Plan> = Omit<DampenOptions<P>, "over">;

/** The table of {@link radamWarmup}'s options. */
export const radamWarmupFields: Fields<RadamWarmupOptions> = { plan: dampenFields.plan, beta2: dampenFields.beta2 };

/**
 * Dampens a plan as RAdam rectifies the variance of its steps; the plan's own time goes on meanwhile.
 *
 * Formula: `plan(t) * sqrt((r - 4) (r - 2) R / ((R - 4) (R - 2) r))` with `R = 2 / (1 - beta2) - 1` and
 * `r = R - 2 k beta2^k / (1 - beta2^k)`, k = t + the first k for which r is above 4.
 *
 * - `plan`: any plan.
 * - `beta2`: Adam's decay rate of the second moment, above 0.6 and below 1. Default 0.999.
 *
 * Build it with the library's {@link functions}. Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import { constant, format, functions, radamWarmup, schedule } from "anneal";
 * const lr = schedule(radamWarmup({ plan: constant({ value: "1x" }) }), { base: 0.1 }, { functions });
 * [0, 100, 10_000].map(lr).map(format); // => ["0.00173115031663", "0.0220885684752", "0.0999774323529"]
 * ```
 *
 * Source: Liu et al. 2020; pytorch_warmup 0.2 `RAdamWarmup`.
 */
export function radamWarmup<P extends Plan>(options: RadamWarmupOptions<P>): Product & Needs<FactsOf<P>> {
  const { plan, beta2 } = checkOptions<RadamWarmupOptions>(radamWarmupFields, options);
  if (beta2 <= 0.6) refuse("beta2", "a number above 0.6", beta2);
  const made: Product = freeze({ kind: "product", factors: [plan, { kind: "custom", name: "radam", args: [beta2] }] });
  return made;
}
