import type { Fields } from "../field.ts";
import { type Piecewise, piecewise } from "../kinds/piecewise.ts";
import { power } from "../recipes/multiStep.ts";
import type { Optimizer } from "../scheduler/optimizer.ts";
import { LRScheduler, type LRSchedulerOptions, lastEpochField, type Plans } from "./lrScheduler.ts";
import { readEach } from "./readEach.ts";

/** What {@link MultiStepLR} takes. */
export interface MultiStepLROptions extends LRSchedulerOptions {
  readonly milestones: readonly number[];
  readonly gamma?: number;
}

/** The table of {@link MultiStepLR}'s options. */
export const multiStepLRFields: Fields<MultiStepLROptions> = {
  milestones: { type: "number", list: true },
  gamma: { type: "number", default: 0.1 },
  lastEpoch: lastEpochField,
};

/**
 * Multiplies the rate by `gamma` at each milestone.
 *
 * Formula: `base * gamma ** n`, n the number of milestones m with `m <= t`.
 *
 * - `milestones`: epochs from 0, in any order; one that is repeated counts as often as it stands there.
 * - `gamma`: what each of them multiplies by, from 0. Default 0.1.
 * - `lastEpoch`: the last epoch that was done, from 0. Default -1: none was.
 *
 * Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import * as lrScheduler from "anneal/torch";
 * const optimizer = { paramGroups: [{ lr: 0.1 }, { lr: 0.01 }] };
 * const scheduler = new lrScheduler.MultiStepLR(optimizer, { milestones: [30, 80], gamma: 0.1 });
 * for (let epoch = 0; epoch < 30; epoch++) scheduler.step();
 * scheduler.getLastLr(); // => [0.01, 0.001]
 * ```
 *
 * Source: PyTorch 2.15 `torch.optim.lr_scheduler.MultiStepLR`.
 */
export class MultiStepLR extends LRScheduler<Plans> {
  constructor(optimizer: Optimizer, options: MultiStepLROptions) {
    const [{ lastEpoch }, plan] = readEach(optimizer, multiStepLRFields, options, countedSteps);
    super(optimizer, lastEpoch, plan);
  }
}

/** A change at each distinct milestone, to the power of how many have passed by then. */
function countedSteps({ milestones, gamma }: Required<MultiStepLROptions>): Piecewise {
  const sorted = milestones.toSorted((a, b) => a - b);
  const passed = [...sorted.keys()].filter((i) => sorted[i] !== sorted[i + 1]);
  return piecewise({
    from: "1x",
    at: passed.map((i) => sorted[i] as number),
    to: passed.map((i) => power(gamma, i + 1)),
  });
}
