import type { Fields } from "../field.ts";
import { cosineWave } from "../kinds/cosineWave.ts";
import type { Optimizer } from "../scheduler/optimizer.ts";
import { LRScheduler, type LRSchedulerOptions, lastEpochField, type Plans } from "./lrScheduler.ts";
import { readEach } from "./readEach.ts";
import { closedWalk, type Recurrence, recurring } from "./recurrence.ts";

/** What {@link CosineAnnealingLR} takes. */
export interface CosineAnnealingLROptions extends LRSchedulerOptions {
  readonly tMax: number;
  readonly etaMin?: number;
}

/** The table of {@link CosineAnnealingLR}'s options. */
export const cosineAnnealingLRFields: Fields<CosineAnnealingLROptions> = {
  tMax: { type: "number", above: 0 },
  etaMin: { type: "number", default: 0 },
  lastEpoch: lastEpochField,
};

/**
 * Takes the rate down along half a cosine wave; past its end it rises again.
 *
 * Formula: `etaMin + (base - etaMin) * (1 + cos(pi * t / tMax)) / 2`. While other schedulers change the rate as well and
 * `etaMin` is not 0, each epoch is made from the one before, as in PyTorch: the distance to `etaMin` is multiplied by
 * the wave's ratio of the two.
 *
 * - `tMax`: how many epochs the way down takes, above 0; it is at the top again after twice as many.
 * - `etaMin`: the rate at the bottom, from 0. Default 0.
 * - `lastEpoch`: the last epoch that was done, from 0. Default -1: none was.
 *
 * Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import * as lrScheduler from "anneal/torch";
 * const group = { lr: 0.1 };
 * const optimizer = { paramGroups: [group] };
 * const scheduler = new lrScheduler.CosineAnnealingLR(optimizer, { tMax: 10, etaMin: 0.02 });
 * scheduler.step(10);
 * group.lr; // => 0.02
 * scheduler.step(20);
 * group.lr; // => 0.1
 * ```
 *
 * Source: PyTorch 2.15 `torch.optim.lr_scheduler.CosineAnnealingLR`; Loshchilov and Hutter 2017 (SGDR).
 */
export class CosineAnnealingLR extends LRScheduler<Plans> {
  constructor(optimizer: Optimizer, options: CosineAnnealingLROptions) {
    const toPlan = ({ tMax, etaMin }: Required<CosineAnnealingLROptions>) =>
      cosineWave({ from: "1x", to: etaMin, over: tMax });
    const [{ lastEpoch, tMax, etaMin }, plan] = readEach(optimizer, cosineAnnealingLRFields, options, toPlan);
    const share = shareOfWave(tMax);
    const recurrence: Recurrence = (bases) => ({
      ...closedWalk({ plan }, bases),
      next(rate, i, from, to) {
        const [before, now] = [share(from), share(to)];
        // From the bottom it rises as it would alone. A rate that others took below the bottom would be led below 0.
        const rise = ((bases[i] as number) - etaMin) * now;
        return Math.max(before === 0 ? rate + rise : etaMin + ((rate - etaMin) * now) / before, 0);
      },
    });
    super(optimizer, lastEpoch, plan, etaMin === 0 ? {} : recurring(recurrence));
  }
}

/** How much of the way from the bottom to the top is left. */
function shareOfWave(tMax: number): (epoch: number) => number {
  const { at } = closedWalk({ plan: cosineWave({ from: 1, to: 0, over: tMax }) }, [1]);
  return (epoch) => at(0, epoch);
}
