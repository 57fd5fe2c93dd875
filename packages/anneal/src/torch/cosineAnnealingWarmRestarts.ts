import type { Fields } from "../field.ts";
import { cosine } from "../kinds/cosine.ts";
import { repeat } from "../kinds/repeat.ts";
import type { Optimizer } from "../scheduler/optimizer.ts";
import { LRScheduler, type LRSchedulerOptions, lastEpochField, type Plans } from "./lrScheduler.ts";
import { readEach } from "./readEach.ts";

/** What {@link CosineAnnealingWarmRestarts} takes. */
export interface CosineAnnealingWarmRestartsOptions extends LRSchedulerOptions {
  readonly t0: number;
  readonly tMult?: number;
  readonly etaMin?: number;
}

/** The table of {@link CosineAnnealingWarmRestarts}'s options. */
export const cosineAnnealingWarmRestartsFields: Fields<CosineAnnealingWarmRestartsOptions> = {
  t0: { type: "number", above: 0, whole: true },
  tMult: { type: "number", from: 1, whole: true, default: 1 },
  etaMin: { type: "number", default: 0 },
  lastEpoch: lastEpochField,
};

/**
 * Takes the rate down along half a cosine wave, then begins again at the top, each time over more epochs if asked.
 *
 * Formula: `etaMin + (base - etaMin) * (1 + cos(pi * c / T)) / 2`, c the epochs since the last restart and T the length
 * of its cycle, `t0 * tMult ** i` in cycle i.
 *
 * - `t0`: how many epochs the first cycle takes, a whole number above 0.
 * - `tMult`: what each cycle's length is multiplied by, a whole number from 1. Default 1.
 * - `etaMin`: the rate that each cycle goes to, from 0. Default 0.
 * - `lastEpoch`: the last epoch that was done, from 0. Default -1: none was.
 *
 * The position may be fractional, and `.lastEpoch` is then the whole epoch before it.
 *
 * Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import * as lrScheduler from "anneal/torch";
 * const group = { lr: 0.1 };
 * const optimizer = { paramGroups: [group] };
 * const scheduler = new lrScheduler.CosineAnnealingWarmRestarts(optimizer, { t0: 10, tMult: 2 });
 * scheduler.step(10);
 * group.lr; // => 0.1
 * scheduler.step(20.5);
 * scheduler.lastEpoch; // => 20
 * ```
 *
 * Source: PyTorch 2.15 `torch.optim.lr_scheduler.CosineAnnealingWarmRestarts`; Loshchilov and Hutter 2017 (SGDR).
 */
export class CosineAnnealingWarmRestarts extends LRScheduler<Plans> {
  constructor(optimizer: Optimizer, options: CosineAnnealingWarmRestartsOptions) {
    const [{ lastEpoch }, plan] = readEach(
      optimizer,
      cosineAnnealingWarmRestartsFields,
      options,
      ({ t0, tMult, etaMin }) => repeat({ plan: cosine({ from: "1x", to: etaMin, over: t0 }), stretch: tMult }),
    );
    super(optimizer, lastEpoch, plan, { rank: 0 });
  }

  /** The whole epoch of the position. */
  override get lastEpoch(): number {
    return Math.floor(super.lastEpoch);
  }
}
