import type { Fields } from "../field.ts";
import { constant } from "../kinds/constant.ts";
import { sequence } from "../kinds/sequence.ts";
import { shift } from "../kinds/shift.ts";
import type { Plan } from "../plan.ts";
import type { Optimizer } from "../scheduler/optimizer.ts";
import { LRScheduler, type LRSchedulerOptions, lastEpochField, shareOf } from "./lrScheduler.ts";
import { readEach } from "./readEach.ts";
import { type Part, type Recurrence, type Walk, walk, walkOf } from "./recurrence.ts";
import { schedulerReader, wrap, wrapMomentum } from "./wrap.ts";

/** What {@link SequentialLR} takes. */
export interface SequentialLROptions extends LRSchedulerOptions {
  readonly schedulers: readonly LRScheduler[];
  readonly milestones: readonly number[];
}

/** The table of {@link SequentialLR}'s options. */
export const sequentialLRFields: Fields<SequentialLROptions> = {
  schedulers: { type: "plan", list: true, least: 1 },
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
 * const group = { lr: 0.1 };
 * const optimizer = { paramGroups: [group] };
 * const warmup = new lrScheduler.LinearLR(optimizer, { startFactor: 0.1, totalIters: 5 });
 * const cosine = new lrScheduler.CosineAnnealingLR(optimizer, { tMax: 95 });
 * const scheduler = new lrScheduler.SequentialLR(optimizer, { schedulers: [warmup, cosine], milestones: [5] });
 * group.lr; // => 0.01
 * scheduler.step(5);
 * group.lr; // => 0.1
 * ```
 *
 * Source: PyTorch 2.15 `torch.optim.lr_scheduler.SequentialLR`.
 */
export class SequentialLR extends LRScheduler {
  constructor(optimizer: Optimizer, options: SequentialLROptions) {
    const [{ schedulers, milestones, lastEpoch }] = readEach(
      optimizer,
      sequentialLRFields,
      options,
      () => undefined,
      ({ schedulers, milestones }, problems) => {
        const count = schedulers?.length - 1;
        if (milestones?.length !== count && count >= 0) problems.add("milestones", `a list of ${count}`, milestones);
      },
      schedulerReader(optimizer),
    );
    const cycles = schedulers.map((one, k) => (milestones[k] === 0 ? undefined : shareOf(one).momentum?.()));
    const first = cycles.findIndex((cycle) => cycle);
    const { plan, share } = wrap(
      schedulers,
      (one) => one.plan !== undefined,
      (plans) => inTurn(plans, milestones),
      (parts) => recurrenceOf(parts, milestones),
      (sequential) => ({ sequential, milestones }),
    );
    const whole = wrapMomentum(share, optimizer, cycles, (plans) => {
      const held = shift({ plan: plans[first] as Plan, by: -(milestones[first - 1] ?? 0) });
      const each = plans.map((plan, k) => (cycles[k] ? plan : k < first ? held : constant({ value: "last" })));
      return inTurn(each, milestones);
    });
    super(optimizer, lastEpoch, plan, whole);
  }
}

function inTurn(plans: readonly Plan[], milestones: readonly number[]): Plan {
  return sequence(...plans.map((plan, k) => ({ plan, ...(k in milestones && { until: milestones[k] as number }) })));
}

function recurrenceOf(parts: readonly Part[], milestones: readonly number[]): Recurrence {
  const placeAt = (position: number): number => milestones.filter((milestone) => milestone <= position).length;
  return (bases) => {
    const walks = parts.map((part) => walkOf(part, bases));
    const start: Walk["start"] = (rate, i) => (walks[placeAt(0)] as Walk).start(rate, i);
    return {
      start,
      next(rate, i, from, to) {
        const place = placeAt(to);
        const own = walks[place] as Walk;
        const begin = milestones[place - 1] ?? 0;
        const entered = begin > from;
        const now = entered ? (own.enter?.(rate, i) ?? own.start(bases[i] as number, i)) : rate;
        return walk(own, now, i, entered ? 0 : from - begin, to - begin);
      },
    };
  };
}
