import type { Fields } from "../field.ts";
import type { Optimizer } from "../scheduler/optimizer.ts";
import { curveOf } from "./curveOf.ts";
import { LRScheduler, type LRSchedulerOptions, lastEpochField, rackOf } from "./lrScheduler.ts";
import { readEach } from "./readEach.ts";
import { closedWalk } from "./recurrence.ts";

/** What {@link SWALR} takes. */
export interface SWALROptions extends LRSchedulerOptions {
  readonly swaLr: number | readonly number[];
  readonly annealEpochs?: number;
  readonly annealStrategy?: "cos" | "linear";
}

/** The table of {@link SWALR}'s options. */
export const swalrFields: Fields<SWALROptions> = {
  swaLr: { type: "number", list: "each" },
  annealEpochs: { type: "number", whole: true, default: 10 },
  annealStrategy: { of: ["cos", "linear"], default: "cos" },
  lastEpoch: lastEpochField,
};

/**
 * Takes the rate from wherever it is to a constant one, for stochastic weight averaging.
 *
 * Formula: `swaLr + (rate - swaLr) * s(t)`, `rate` what the other schedulers say, or without any the rate at
 * construction; s falls from 1 to 0 over `annealEpochs`, along `(1 + cos(pi * p)) / 2` or `1 - p`.
 *
 * - `swaLr`: the rate to go to, from 0; one number, or one for each group.
 * - `annealEpochs`: how many epochs it takes, a whole number from 0. Default 10.
 * - `annealStrategy`: `"cos"` (default) or `"linear"`.
 * - `lastEpoch`: the last epoch that was done, from 0. Default -1: none was.
 *
 * Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import * as lrScheduler from "anneal/torch";
 * const group = { lr: 1 };
 * const optimizer = { paramGroups: [group] };
 * const scheduler = new lrScheduler.ExponentialLR(optimizer, { gamma: 0.5 });
 * const swa = new lrScheduler.SWALR(optimizer, { swaLr: 0.25, annealEpochs: 2, annealStrategy: "linear" });
 * scheduler.step();
 * swa.step();
 * group.lr; // => 0.375
 * swa.step();
 * group.lr; // => 0.25
 * ```
 *
 * Source: PyTorch 2.15 `torch.optim.swa_utils.SWALR`; Izmailov and others 2018.
 */
export class SWALR extends LRScheduler<undefined> {
  constructor(optimizer: Optimizer, options: SWALROptions) {
    const [{ lastEpoch, swaLr, annealEpochs, annealStrategy }, program] = readEach(
      optimizer,
      swalrFields,
      options,
      (own) => curveOf(own.annealStrategy)({ from: "1x", to: own.swaLr, over: own.annealEpochs }),
    );
    const curve = curveOf(annealStrategy)({ from: 1, to: 0, over: annealEpochs });
    const { at } = closedWalk({ plan: curve }, [1]);
    const lead = (rate: number, i: number, left: number): number => {
      const goal = typeof swaLr === "number" ? swaLr : (swaLr[i] as number);
      return left < 0.5 ? goal + (rate - goal) * left : rate + (goal - rate) * (1 - left);
    };
    const start = (rate: number, i: number): number => lead(rate, i, at(0, 0));
    super(optimizer, lastEpoch, program, {
      rank: 2,
      program,
      given: rackOf(optimizer)[0] ? undefined : optimizer.paramGroups.map(({ lr }) => lr),
      recurrence: () => ({
        start,
        enter: start,
        next: (rate, i, from, to) => lead(rate, i, at(0, from) && at(0, to) / at(0, from)),
      }),
      own: (i, rate, _, position) => lead(rate, i, at(0, position)),
    });
  }
}
