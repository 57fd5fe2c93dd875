import type { Fields } from "../field.ts";
import { type Piecewise, piecewise } from "../kinds/piecewise.ts";
import type { Needs, TimeFact } from "../needs.ts";
import type { Time } from "../units.ts";
import { checkOptions } from "./checkOptions.ts";

/** What {@link constantFactor} takes. */
export interface ConstantFactorOptions<O extends Time = Time> {
  readonly factor: number;
  readonly over: O;
}

/** The table of {@link constantFactor}'s options. */
export const constantFactorFields: Fields<ConstantFactorOptions> = {
  factor: { type: "number" },
  over: { type: "time" },
};

/**
 * A factor of the base rate for a while, then the base rate.
 *
 * Formula: `base * factor` for `t < over`, then `base`.
 *
 * - `factor`: what the base rate is multiplied by, from 0.
 * - `over`: for how long, a time; 0 is the base rate from the start.
 *
 * Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import { constantFactor, schedule } from "anneal";
 * const lr = schedule(constantFactor({ factor: 0.5, over: "2 epochs" }), { base: 0.1, stepsPerEpoch: 10 });
 * [lr(0), lr(19), lr(20)]; // => [0.05, 0.05, 0.1]
 * ```
 *
 * Source: PyTorch 2.15 `ConstantLR`, Composer 0.33 `ConstantScheduler`.
 */
export function constantFactor<O extends Time>(
  options: ConstantFactorOptions<O>,
): Piecewise & Needs<TimeFact<O> | "base"> {
  const { factor, over } = checkOptions<ConstantFactorOptions>(constantFactorFields, options);
  const plan: Piecewise = piecewise({ from: `${factor}x`, at: [over], to: ["1x"] });
  return plan;
}
