import type { Fields } from "../field.ts";
import type { CustomFunction } from "../kind.ts";
import { custom } from "../kinds/custom.ts";
import { product } from "../kinds/product.ts";
import type { Optimizer } from "../scheduler/optimizer.ts";
import { baseRate } from "./baseRate.ts";
import { LRScheduler, type LRSchedulerOptions, lastEpochField, type Plans } from "./lrScheduler.ts";
import { checked, functionReader, nameOf, type RateFunction } from "./rateFunction.ts";
import { readEach } from "./readEach.ts";
import { withFunctions } from "./withFunctions.ts";

/** What {@link LambdaLR} takes. */
export interface LambdaLROptions extends LRSchedulerOptions {
  readonly lrLambda: RateFunction | readonly RateFunction[];
}

/** The table of {@link LambdaLR}'s options. */
export const lambdaLRFields: Fields<LambdaLROptions> = {
  lrLambda: { type: "plan", list: "each" },
  lastEpoch: lastEpochField,
};

/**
 * Multiplies the base rate by a function of the epoch.
 *
 * Formula: `base * lrLambda(t)`.
 *
 * - `lrLambda`: a function that returns a finite number from 0; one, or one for each group. The plan names it as
 *   `lrLambda`, or `lrLambda[0]`, `lrLambda[1]` and so on; a saved state has the name and not the function.
 * - `lastEpoch`: the last epoch that was done, from 0. Default -1: none was.
 *
 * Throws a PlanError that names the option, also when the function returns something else.
 *
 * @example
 * ```ts
 * import * as lrScheduler from "anneal/torch";
 * const group = { lr: 0.1 };
 * const optimizer = { paramGroups: [group] };
 * const scheduler = new lrScheduler.LambdaLR(optimizer, { lrLambda: (epoch) => 0.5 ** epoch });
 * scheduler.step(2);
 * group.lr; // => 0.025
 * ```
 *
 * Source: PyTorch 2.15 `torch.optim.lr_scheduler.LambdaLR`.
 */
export class LambdaLR extends LRScheduler<Plans> {
  constructor(optimizer: Optimizer, options: LambdaLROptions) {
    const functions: Record<string, CustomFunction> = {};
    const toPlan = ({ lrLambda }: { lrLambda: RateFunction }, i: number) => {
      const name = nameOf("lrLambda", options.lrLambda, i);
      functions[name] = checked(lrLambda, name);
      return product(baseRate, custom({ name }));
    };
    const [{ lastEpoch }, plan] = readEach(optimizer, lambdaLRFields, options, toPlan, undefined, functionReader);
    super(optimizer, lastEpoch, plan, withFunctions({ rank: 0 }, functions));
  }
}
