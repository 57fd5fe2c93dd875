import type { Problems } from "../error.ts";
import type { Fields } from "../field.ts";
import type { CustomFunction, Functions } from "../kind.ts";
import { custom } from "../kinds/custom.ts";
import { exponential } from "../kinds/exponential.ts";
import { linear } from "../kinds/linear.ts";
import { product } from "../kinds/product.ts";
import { repeat } from "../kinds/repeat.ts";
import { sequence } from "../kinds/sequence.ts";
import { sum } from "../kinds/sum.ts";
import type { Plan } from "../plan.ts";
import type { Optimizer } from "../scheduler/optimizer.ts";
import { LRScheduler, type LRSchedulerOptions, lastEpochField, type Plans } from "./lrScheduler.ts";
import { checkMomentum, type MomentumOptions, withMomentum } from "./momentumCycle.ts";
import { checked, functionReader, type RateFunction } from "./rateFunction.ts";
import { type Own as OwnOf, readEach } from "./readEach.ts";
import type { Share } from "./share.ts";
import { withFunctions } from "./withFunctions.ts";

/** What {@link CyclicLR} takes. */
export interface CyclicLROptions extends LRSchedulerOptions, MomentumOptions {
  readonly baseLr: number | readonly number[];
  readonly maxLr: number | readonly number[];
  readonly stepSizeUp?: number;
  readonly stepSizeDown?: number | null;
  readonly mode?: "triangular" | "triangular2" | "exp_range";
  readonly gamma?: number;
  readonly scaleFn?: RateFunction | null;
  readonly scaleMode?: "cycle" | "iterations";
}

/** The table of {@link CyclicLR}'s options. */
export const cyclicLRFields: Fields<CyclicLROptions> = {
  baseLr: { type: "number", list: "each" },
  maxLr: { type: "number", list: "each" },
  stepSizeUp: { type: "number", above: 0, default: 2000 },
  stepSizeDown: { type: "number", above: 0, default: null },
  mode: { of: ["triangular", "triangular2", "exp_range"], default: "triangular" },
  gamma: { type: "number", default: 1 },
  scaleFn: { type: "plan", default: null },
  scaleMode: { of: ["cycle", "iterations"], default: "cycle" },
  cycleMomentum: { of: [true, false], default: true },
  baseMomentum: { type: "number", list: "each", default: 0.8 },
  maxMomentum: { type: "number", list: "each", default: 0.9 },
  lastEpoch: lastEpochField,
};

type Options = Required<CyclicLROptions>;
type Own = OwnOf<Options>;

/**
 * Swings the rate up and down between two rates, and momentum the other way.
 *
 * Formula: `baseLr + (maxLr - baseLr) * f(t) * S`, f a triangle that rises from 0 to 1 over `stepSizeUp` epochs and
 * falls over `stepSizeDown`; S is 1 for `"triangular"`, `0.5 ** (cycle - 1)` for `"triangular2"`, `gamma ** t` for
 * `"exp_range"`. Momentum is `maxMomentum - (maxMomentum - baseMomentum) * f(t) * S`.
 *
 * - `baseLr`: the rate that each cycle begins and ends with, from 0; one number, or one for each group.
 * - `maxLr`: the rate at the top, from 0; one number, or one for each group.
 * - `stepSizeUp`: how many epochs up, above 0. Default 2000.
 * - `stepSizeDown`: how many epochs down, above 0. Default: as many.
 * - `mode`: `"triangular"` (default), `"triangular2"` or `"exp_range"`.
 * - `gamma`: the factor of `"exp_range"`, from 0; at most 1 where momentum is cycled. Default 1.
 * - `scaleFn`: S as a function, in place of `mode`: of the cycle, counted from 1, or of t, by `scaleMode`. A saved state
 *   has its name and not the function.
 * - `scaleMode`: `"cycle"` (default) or `"iterations"`.
 * - `cycleMomentum`: whether momentum is driven, or the first of `betas`; the groups must have one. Default true.
 * - `baseMomentum`, `maxMomentum`: the lowest and the highest, from 0, for betas below 1; one number, or one for each
 *   group. Default 0.8 and 0.9.
 * - `lastEpoch`: the last epoch that was done, from 0. Default -1: none was.
 *
 * Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import * as lrScheduler from "anneal/torch";
 * const optimizer = { paramGroups: [{ lr: 0.1, momentum: 0.9 }] };
 * const scheduler = new lrScheduler.CyclicLR(optimizer, { baseLr: 0.1, maxLr: 0.5, stepSizeUp: 4 });
 * scheduler.step(4);
 * optimizer.paramGroups[0]; // => { lr: 0.5, momentum: 0.8, initialLr: 0.1 }
 * ```
 *
 * Source: PyTorch 2.15 `torch.optim.lr_scheduler.CyclicLR`; Smith 2017.
 */
export class CyclicLR extends LRScheduler<Plans> {
  constructor(optimizer: Optimizer, options: CyclicLROptions) {
    const check = (given: Options, problems: Problems) => {
      checkMomentum(optimizer, given, problems);
      if (given.cycleMomentum && given.mode === "exp_range" && given.gamma > 1) {
        problems.add("gamma", "at most 1", given.gamma);
      }
    };
    const read = (toPlan: (own: Own) => Plan) =>
      readEach(optimizer, cyclicLRFields, options, toPlan, check, functionReader);
    const [{ lastEpoch, cycleMomentum, scaleFn }, plan] = read((own) => cycles(own, own.baseLr, own.maxLr));
    const momenta = read((own) => cycles(own, own.maxMomentum, own.baseMomentum))[1];
    const calls: Functions = scaleFn ? { scaleFn: checked(scaled(scaleFn), "scaleFn") } : {};
    const share = (): Share => withFunctions({ rank: 0 }, calls);
    super(optimizer, lastEpoch, plan, withMomentum(share(), optimizer, cycleMomentum && momenta, share()));
  }
}

/** The triangle between two levels, its height scaled. */
function cycles(options: Own, rest: number, peak: number): Plan {
  const { stepSizeUp: up, stepSizeDown, mode, gamma, scaleFn, scaleMode } = options;
  const down = stepSizeDown ?? up;
  const triangle = (from: number, to: number): Plan =>
    repeat({ plan: sequence(linear({ from, to, over: up }), linear({ from: to, to: from, over: down })) });
  if (mode === "triangular" && !scaleFn) return triangle(rest, peak);
  const staircase = mode === "triangular2";
  const [factor, every] = staircase ? [0.5, up + down] : [gamma, 1];
  // The peak comes nearer to the level of rest, and every level stays at 0 or above.
  const top = scaleFn
    ? custom({ name: "scaleFn", args: [rest, peak, ...(scaleMode === "cycle" ? [up + down] : [])] })
    : exponential({ from: peak, to: rest, factor, every, staircase });
  return sum(triangle(rest, 0), product(top, triangle(0, 1)));
}

/** The peak by the user's scale. */
function scaled(scaleFn: RateFunction): CustomFunction {
  return (t, [rest = 0, peak = 0, cycle]) => rest + (peak - rest) * scaleFn(cycle ? Math.floor(1 + t / cycle) : t);
}
