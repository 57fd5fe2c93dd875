import type { Fields } from "../field.ts";
import { product } from "../kinds/product.ts";
import type { Plan } from "../plan.ts";
import type { Optimizer } from "../scheduler/optimizer.ts";
import { baseRate } from "./baseRate.ts";
import { LRScheduler, shareOf } from "./lrScheduler.ts";
import { readEach } from "./readEach.ts";
import { type Part, type Recurrence, walkOf } from "./recurrence.ts";
import { schedulerReader, wrap, wrapMomentum } from "./wrap.ts";

/** What {@link ChainedScheduler} takes. */
export interface ChainedSchedulerOptions {
  readonly schedulers: readonly LRScheduler[];
}

/** The table of {@link ChainedScheduler}'s options. */
export const chainedSchedulerFields: Fields<ChainedSchedulerOptions> = {
  schedulers: { type: "plan", list: true, least: 1 },
};

/**
 * Several schedulers at once, each going on from the rate that the one before it made.
 *
 * Formula: the product of their factors and the base rate. When one of them overwrites the rate (LambdaLR, CyclicLR,
 * OneCycleLR, CosineAnnealingWarmRestarts), leads it elsewhere (SWALR, CosineAnnealingLR with an `etaMin`) or has no
 * closed form (MultiplicativeLR), each step is made from the one before, in the order of the list.
 *
 * - `schedulers`: schedulers of the same optimizer. They become parts of this one: their own `step()` is an error from
 *   then on. ReduceLROnPlateau cannot be a part.
 *
 * Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import * as lrScheduler from "anneal/torch";
 * const group = { lr: 1 };
 * const optimizer = { paramGroups: [group] };
 * const warmup = new lrScheduler.ConstantLR(optimizer, { factor: 0.5, totalIters: 2 });
 * const decay = new lrScheduler.StepLR(optimizer, { stepSize: 2, gamma: 0.25 });
 * const scheduler = new lrScheduler.ChainedScheduler(optimizer, { schedulers: [warmup, decay] });
 * group.lr; // => 0.5
 * scheduler.step(2);
 * group.lr; // => 0.25
 * ```
 *
 * Source: PyTorch 2.15 `torch.optim.lr_scheduler.ChainedScheduler`.
 */
export class ChainedScheduler extends LRScheduler {
  constructor(optimizer: Optimizer, options: ChainedSchedulerOptions) {
    const read = schedulerReader(optimizer);
    const [{ schedulers }] = readEach(optimizer, chainedSchedulerFields, options, () => undefined, undefined, read);
    const cycles = schedulers.map((one) => shareOf(one).momentum?.());
    const { plan, share } = wrap(
      schedulers,
      (one) => shareOf(one).rank === 1 && !shareOf(one).recurrence,
      (plans) => product(baseRate, ...plans.map(factorOf)),
      recurrenceOf,
      (chained) => ({ chained }),
    );
    const last = (plans: readonly Plan[]) => plans.findLast((_, k) => cycles[k]) as Plan;
    super(optimizer, -1, plan, wrapMomentum(share, optimizer, cycles, last));
  }
}

/** A plan whose relative levels are plain numbers: what it multiplies the base rate by. */
function factorOf(plan: Plan): Plan {
  return JSON.parse(JSON.stringify(plan).replace(/"([\d.e+-]+)x"/g, "$1"));
}

function recurrenceOf(parts: readonly Part[]): Recurrence {
  return (bases) => {
    const walks = parts.map((part) => walkOf(part, bases));
    return {
      start: (rate, i) => walks.reduce((now, one) => one.start(now, i), rate),
      next: (rate, i, from, to) => walks.reduce((now, one) => one.next(now, i, from, to), rate),
    };
  };
}
