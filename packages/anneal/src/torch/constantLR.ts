import type { Fields } from "../field.ts";
import { piecewise } from "../kinds/piecewise.ts";
import type { Optimizer } from "../scheduler/optimizer.ts";
import { atMost1 } from "./atMost1.ts";
import { LRScheduler, type LRSchedulerOptions, lastEpochField, type Plans } from "./lrScheduler.ts";
import { readEach } from "./readEach.ts";

/** What {@link ConstantLR} takes. */
export interface ConstantLROptions extends LRSchedulerOptions {
  readonly factor?: number;
  readonly totalIters?: number;
}

/** The table of {@link ConstantLR}'s options. */
export const constantLRFields: Fields<ConstantLROptions> = {
  factor: { type: "number", above: 0, default: 1 / 3 },
  totalIters: { type: "number", default: 5 },
  lastEpoch: lastEpochField,
};

/**
 * Multiplies the base rate by a factor at first, then no longer.
 *
 * Formula: `base * factor` for `t < totalIters`, then `base`.
 *
 * - `factor`: what the base rate is multiplied by, above 0 and at most 1. Default 1/3.
 * - `totalIters`: for how many epochs, from 0. Default 5.
 * - `lastEpoch`: the last epoch that was done, from 0. Default -1: none was.
 *
 * Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import * as lrScheduler from "anneal/torch";
 * const group = { lr: 0.1 };
 * const optimizer = { paramGroups: [group] };
 * const scheduler = new lrScheduler.ConstantLR(optimizer, { factor: 0.5, totalIters: 4 });
 * group.lr; // => 0.05
 * scheduler.step(4);
 * group.lr; // => 0.1
 * ```
 *
 * Source: PyTorch 2.15 `torch.optim.lr_scheduler.ConstantLR`.
 */
export class ConstantLR extends LRScheduler<Plans> {
  constructor(optimizer: Optimizer, options: ConstantLROptions = {}) {
    const [{ lastEpoch }, plan] = readEach(
      optimizer,
      constantLRFields,
      options,
      ({ factor, totalIters }) => piecewise({ from: `${factor}x`, at: [totalIters], to: ["1x"] }),
      atMost1("factor"),
    );
    super(optimizer, lastEpoch, plan);
  }
}
