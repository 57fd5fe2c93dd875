import type { Fields } from "../field.ts";
import { exponential } from "../kinds/exponential.ts";
import type { Optimizer } from "../scheduler/optimizer.ts";
import { LRScheduler, type LRSchedulerOptions, lastEpochField, type Plans } from "./lrScheduler.ts";
import { readEach } from "./readEach.ts";

/** What {@link ExponentialLR} takes. */
export interface ExponentialLROptions extends LRSchedulerOptions {
  readonly gamma: number;
}

/** The table of {@link ExponentialLR}'s options. */
export const exponentialLRFields: Fields<ExponentialLROptions> = {
  gamma: { type: "number" },
  lastEpoch: lastEpochField,
};

/**
 * Multiplies the rate by `gamma` every epoch.
 *
 * Formula: `base * gamma ** t`.
 *
 * - `gamma`: what each epoch multiplies by, from 0.
 * - `lastEpoch`: the last epoch that was done, from 0. Default -1: none was.
 *
 * Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import * as lrScheduler from "anneal/torch";
 * const group = { lr: 0.1 };
 * const optimizer = { paramGroups: [group] };
 * const scheduler = new lrScheduler.ExponentialLR(optimizer, { gamma: 0.5 });
 * scheduler.step(2);
 * group.lr; // => 0.025
 * ```
 *
 * Source: PyTorch 2.15 `torch.optim.lr_scheduler.ExponentialLR`.
 */
export class ExponentialLR extends LRScheduler<Plans> {
  constructor(optimizer: Optimizer, options: ExponentialLROptions) {
    const [{ lastEpoch }, plan] = readEach(optimizer, exponentialLRFields, options, ({ gamma }) =>
      exponential({ from: "1x", factor: gamma, every: 1 }),
    );
    super(optimizer, lastEpoch, plan);
  }
}
