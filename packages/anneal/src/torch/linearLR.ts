import type { Fields } from "../field.ts";
import { linear } from "../kinds/linear.ts";
import type { Optimizer } from "../scheduler/optimizer.ts";
import { atMost1 } from "./atMost1.ts";
import { LRScheduler, type LRSchedulerOptions, lastEpochField, type Plans } from "./lrScheduler.ts";
import { readEach } from "./readEach.ts";

/** What {@link LinearLR} takes. */
export interface LinearLROptions extends LRSchedulerOptions {
  readonly startFactor?: number;
  readonly endFactor?: number;
  readonly totalIters?: number;
}

/** The table of {@link LinearLR}'s options. */
export const linearLRFields: Fields<LinearLROptions> = {
  startFactor: { type: "number", above: 0, default: 1 / 3 },
  endFactor: { type: "number", default: 1 },
  totalIters: { type: "number", default: 5 },
  lastEpoch: lastEpochField,
};

/**
 * Takes the rate along a straight line from one factor of the base rate to another, then holds it.
 *
 * Formula: `base * (startFactor + (endFactor - startFactor) * min(t / totalIters, 1))`.
 *
 * - `startFactor`: the factor in epoch 0, above 0 and at most 1. Default 1/3.
 * - `endFactor`: the factor from epoch `totalIters` on, from 0 to 1. Default 1.
 * - `totalIters`: how many epochs it takes, from 0; 0 is at `endFactor` from the start. Default 5.
 * - `lastEpoch`: the last epoch that was done, from 0. Default -1: none was.
 *
 * Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import * as lrScheduler from "anneal/torch";
 * const group = { lr: 1 };
 * const optimizer = { paramGroups: [group] };
 * const scheduler = new lrScheduler.LinearLR(optimizer, { startFactor: 0.5, totalIters: 4 });
 * scheduler.step(2);
 * group.lr; // => 0.75
 * ```
 *
 * Source: PyTorch 2.15 `torch.optim.lr_scheduler.LinearLR`.
 */
export class LinearLR extends LRScheduler<Plans> {
  constructor(optimizer: Optimizer, options: LinearLROptions = {}) {
    const [{ lastEpoch }, plan] = readEach(
      optimizer,
      linearLRFields,
      options,
      ({ startFactor, endFactor, totalIters }) =>
        linear({ from: `${startFactor}x`, to: `${endFactor}x`, over: totalIters }),
      atMost1("startFactor", "endFactor"),
    );
    super(optimizer, lastEpoch, plan);
  }
}
