import type { Fields } from "../field.ts";
import { constant } from "../kinds/constant.ts";
import { type Part as PlanPart, sequence } from "../kinds/sequence.ts";
import { shift } from "../kinds/shift.ts";
import type { Plan } from "../plan.ts";
import type { Optimizer } from "../scheduler/optimizer.ts";
import { LRScheduler, type LRSchedulerOptions, lastEpochField, shareOf } from "./lrScheduler.ts";
import { MomentumCycle, withMomentum } from "./momentumCycle.ts";
import { type AnyScheduler, combine, functionsOf, partsOf, programsOf, schedulerReader, shareWith } from "./parts.ts";
import { readEach } from "./readEach.ts";
import { type Part, type Recurrence, recurring, walkOf } from "./recurrence.ts";

/** What {@link SequentialLR} takes. */
export interface SequentialLROptions extends LRSchedulerOptions {
  readonly schedulers: readonly AnyScheduler[];
  readonly milestones: readonly number[];
}

/** The table of {@link SequentialLR}'s options. */
export const sequentialLRFields: Fields<SequentialLROptions> = {
  schedulers: { type: "plan", list: true, some: true },
  milestones: { type: "number", list: true, increasing: true },
  lastEpoch: lastEpochField,
};

/**
 * One scheduler after another.
 *
 * Formula: scheduler k, at `t - milestones[k - 1]`, for `milestones[k - 1] <= t < milestones[k]`.
 *
 * - `schedulers`: schedulers of the same optimizer. They become parts of this one: their own `step()` is an error from
 *   then on. One without a closed form (MultiplicativeLR, SWALR) goes on from the rate in force; all others begin at
 *   the base rate. ReduceLROnPlateau cannot be a part.
 * - `milestones`: where each but the first begins, each above the one before; 0 is legal and leaves out the first.
 * - `lastEpoch`: the last epoch that was done, from 0. Default -1: none was.
 *
 * Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import * as lrScheduler from "anneal/torch";
 * const optimizer = { paramGroups: [{ lr: 0.1 }] };
 * const warmup = new lrScheduler.LinearLR(optimizer, { startFactor: 0.1, totalIters: 5 });
 * const cosine = new lrScheduler.CosineAnnealingLR(optimizer, { tMax: 95 });
 * const scheduler = new lrScheduler.SequentialLR(optimizer, { schedulers: [warmup, cosine], milestones: [5] });
 * optimizer.paramGroups[0].lr; // => 0.01
 * scheduler.step(5);
 * optimizer.paramGroups[0].lr; // => 0.1
 * ```
 *
 * Source: PyTorch 2.15 `torch.optim.lr_scheduler.SequentialLR`.
 */
export class SequentialLR extends LRScheduler<Plan | readonly Plan[] | undefined> {
  constructor(optimizer: Optimizer, options: SequentialLROptions) {
    const [{ schedulers, milestones, lastEpoch }] = readEach(
      optimizer,
      sequentialLRFields,
      options,
      () => undefined,
      (given, problems) => {
        const count = (given.schedulers?.length ?? 1) - 1;
        if (given.milestones && given.milestones.length !== count) {
          problems.add("milestones", `${count}, one for each scheduler but the first`, given.milestones);
        }
      },
      schedulerReader(optimizer),
    );
    const parts = partsOf(schedulers);
    const closed = schedulers.every((one) => one.plan !== undefined);
    const plan = closed ? combine(parts, (plans) => inTurn(plans, milestones)) : NONE;
    ...
  }
}
