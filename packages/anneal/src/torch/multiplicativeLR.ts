import type { Fields } from "../field.ts";
import { custom } from "../kinds/custom.ts";
import type { Optimizer } from "../scheduler/optimizer.ts";
import { baseRate } from "./baseRate.ts";
import { LRScheduler, type LRSchedulerOptions, lastEpochField } from "./lrScheduler.ts";
import { checked, functionReader, nameOf, type RateFunction } from "./rateFunction.ts";
import { readEach } from "./readEach.ts";
import { recurring } from "./recurrence.ts";

/** What {@link MultiplicativeLR} takes. */
export interface MultiplicativeLROptions extends LRSchedulerOptions {
  readonly lrLambda: RateFunction | readonly RateFunction[];
}

/** The table of {@link MultiplicativeLR}'s options. */
export const multiplicativeLRFields: Fields<MultiplicativeLROptions> = {
  lrLambda: { type: "plan", list: "each" },
  lastEpoch: lastEpochField,
};

/**
 * Multiplies the rate by a function of the epoch in each epoch after the first.
 *
 * Formula: `base * lrLambda(1) * lrLambda(2) * ... * lrLambda(t)`, t rounded down.
 *
 * - `lrLambda`: a function that returns a finite number from 0; one, or one for each group. It is called once for each
 *   epoch that is stepped over; to go back the product begins again.
 * - `lastEpoch`: the last epoch that was done, from 0. Default -1: none was.
 *
 * Throws a PlanError that names the option, also when the function returns something else.
 *
 * @example
 * ```ts
 * import * as lrScheduler from "anneal/torch";
 * const group = { lr: 0.1 };
 * const optimizer = { paramGroups: [group] };
 * const scheduler = new lrScheduler.MultiplicativeLR(optimizer, { lrLambda: () => 0.5 });
 * scheduler.step();
 * scheduler.step();
 * group.lr; // => 0.025
 * ```
 *
 * Source: PyTorch 2.15 `torch.optim.lr_scheduler.MultiplicativeLR`.
 */
export class MultiplicativeLR extends LRScheduler<undefined> {
  constructor(optimizer: Optimizer, options: MultiplicativeLROptions) {
    const calls: RateFunction[] = [];
    const toProgram = ({ lrLambda }: { lrLambda: RateFunction }, i: number) => {
      const name = nameOf("lrLambda", options.lrLambda, i);
      calls.push(checked(lrLambda, name));
      return custom({ name });
    };
    const read = readEach(optimizer, multiplicativeLRFields, options, toProgram, undefined, functionReader);
    const [{ lastEpoch }, program] = read;
    const factor = (i: number, epoch: number) => (calls[i] ?? (calls[0] as RateFunction))(epoch);
    const share = recurring(
      () => ({
        start: (rate) => rate,
        enter: (rate, i) => rate * factor(i, 0),
        next(rate, i, from, to) {
          const epoch = Math.floor(to);
          return epoch > from ? Math.min(rate * factor(i, epoch), Number.MAX_VALUE) : rate;
        },
      }),
      { program },
    );
    super(optimizer, lastEpoch, baseRate, share);
  }
}
