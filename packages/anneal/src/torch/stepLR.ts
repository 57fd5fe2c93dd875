import type { Fields } from "../field.ts";
import { exponential } from "../kinds/exponential.ts";
import type { Optimizer } from "../scheduler/optimizer.ts";
import { LRScheduler, type LRSchedulerOptions, lastEpochField, type Plans } from "./lrScheduler.ts";
import { readEach } from "./readEach.ts";

/** What {@link StepLR} takes. */
export interface StepLROptions extends LRSchedulerOptions {
  readonly stepSize: number;
  readonly gamma?: number;
}

/** The table of {@link StepLR}'s options. */
export const stepLRFields: Fields<StepLROptions> = {
  stepSize: { type: "number", above: 0 },
  gamma: { type: "number", default: 0.1 },
  lastEpoch: lastEpochField,
};

/**
 * Multiplies the rate by `gamma` every `stepSize` epochs.
 *
 * Formula: `base * gamma ** floor(t / stepSize)`.
 *
 * - `stepSize`: epochs between two changes, above 0.
 * - `gamma`: what each of them multiplies by, from 0. Default 0.1.
 * - `lastEpoch`: the last epoch that was done, from 0. Default -1: none was.
 *
 * Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import * as lrScheduler from "anneal/torch";
 * const group = { lr: 0.1 };
 * const optimizer = { paramGroups: [group] };
 * const scheduler = new lrScheduler.StepLR(optimizer, { stepSize: 30, gamma: 0.5 });
 * scheduler.step(60);
 * group.lr; // => 0.025
 * ```
 *
 * Source: PyTorch 2.15 `torch.optim.lr_scheduler.StepLR`.
 */
export class StepLR extends LRScheduler<Plans> {
  constructor(optimizer: Optimizer, options: StepLROptions) {
    const [{ lastEpoch }, plan] = readEach(optimizer, stepLRFields, options, ({ stepSize, gamma }) =>
      exponential({ from: "1x", factor: gamma, every: stepSize, staircase: true }),
    );
    super(optimizer, lastEpoch, plan);
  }
}
