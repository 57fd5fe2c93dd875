import type { Fields } from "../field.ts";
import { polynomial } from "../kinds/polynomial.ts";
import type { Optimizer } from "../scheduler/optimizer.ts";
import { LRScheduler, type LRSchedulerOptions, lastEpochField, type Plans } from "./lrScheduler.ts";
import { readEach } from "./readEach.ts";

/** What {@link PolynomialLR} takes. */
export interface PolynomialLROptions extends LRSchedulerOptions {
  readonly totalIters?: number;
  readonly power?: number;
}

/** The table of {@link PolynomialLR}'s options. */
export const polynomialLRFields: Fields<PolynomialLROptions> = {
  totalIters: { type: "number", above: 0, default: 5 },
  power: { type: "number", above: 0, default: 1 },
  lastEpoch: lastEpochField,
};

/**
 * Takes the rate down to 0 along a power of the remaining share.
 *
 * Formula: `base * (1 - min(t / totalIters, 1)) ** power`.
 *
 * - `totalIters`: how many epochs it takes, above 0. Default 5.
 * - `power`: the exponent, above 0. Default 1.
 * - `lastEpoch`: the last epoch that was done, from 0. Default -1: none was.
 *
 * Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import * as lrScheduler from "anneal/torch";
 * const group = { lr: 0.1 };
 * const optimizer = { paramGroups: [group] };
 * const scheduler = new lrScheduler.PolynomialLR(optimizer, { totalIters: 10, power: 2 });
 * scheduler.step(5);
 * group.lr; // => 0.025
 * ```
 *
 * Source: PyTorch 2.15 `torch.optim.lr_scheduler.PolynomialLR`.
 */
export class PolynomialLR extends LRScheduler<Plans> {
  constructor(optimizer: Optimizer, options: PolynomialLROptions = {}) {
    const [{ lastEpoch }, plan] = readEach(optimizer, polynomialLRFields, options, ({ totalIters, power }) =>
      polynomial({ from: "1x", to: 0, over: totalIters, power }),
    );
    super(optimizer, lastEpoch, plan);
  }
}
