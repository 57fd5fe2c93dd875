import type { Problems } from "../error.ts";
import type { Fields } from "../field.ts";
import { type Part, sequence } from "../kinds/sequence.ts";
import type { Plan } from "../plan.ts";
import type { Optimizer } from "../scheduler/optimizer.ts";
import { atMost1 } from "./atMost1.ts";
import { curveOf } from "./curveOf.ts";
import { LRScheduler, type LRSchedulerOptions, lastEpochField, type Plans } from "./lrScheduler.ts";
import { checkMomentum, type MomentumOptions, withMomentum } from "./momentumCycle.ts";
import { type Own, readEach } from "./readEach.ts";

/** What {@link OneCycleLR} takes. */
export interface OneCycleLROptions extends LRSchedulerOptions, MomentumOptions {
  readonly maxLr: number | readonly number[];
  readonly totalSteps?: number | null;
  readonly epochs?: number | null;
  readonly stepsPerEpoch?: number | null;
  readonly pctStart?: number;
  readonly annealStrategy?: "cos" | "linear";
  readonly divFactor?: number;
  readonly finalDivFactor?: number;
  readonly threePhase?: boolean;
}

const COUNT = { type: "number", above: 0, whole: true, default: null } as const;

/** The table of {@link OneCycleLR}'s options. */
export const oneCycleLRFields: Fields<OneCycleLROptions> = {
  maxLr: { type: "number", list: "each" },
  totalSteps: COUNT,
  epochs: COUNT,
  stepsPerEpoch: COUNT,
  pctStart: { type: "number", default: 0.3 },
  annealStrategy: { of: ["cos", "linear"], default: "cos" },
  cycleMomentum: { of: [true, false], default: true },
  baseMomentum: { type: "number", list: "each", default: 0.85 },
  maxMomentum: { type: "number", list: "each", default: 0.95 },
  divFactor: { type: "number", above: 0, default: 25 },
  finalDivFactor: { type: "number", above: 0, default: 1e4 },
  threePhase: { of: [true, false], default: false },
  lastEpoch: lastEpochField,
};

type Options = Required<OneCycleLROptions>;

/**
 * Takes the rate up to `maxLr` and down to almost nothing, once, and momentum the other way.
 *
 * Formula: with N = `totalSteps`, from `maxLr / divFactor` to `maxLr` at step `pctStart * N - 1`, then to
 * `maxLr / divFactor / finalDivFactor` at step N - 1; with `threePhase` back to `maxLr / divFactor` at step
 * `2 * pctStart * N - 2` in between. Momentum goes from `maxMomentum` to `baseMomentum` and back. After step N - 1 it
 * holds.
 *
 * - `maxLr`: the rate at the top, from 0; one number, or one for each group.
 * - `totalSteps`: how many steps there are, a whole number above 0; or else
 * - `epochs`, `stepsPerEpoch`: the same as their product.
 * - `pctStart`: which share of the steps the rise takes, from 0 to 1; more than one step, or 0 to begin at the top.
 *   Default 0.3.
 * - `annealStrategy`: `"cos"` (default) or `"linear"`.
 * - `cycleMomentum`: whether momentum is driven, or the first of `betas`; the groups must have one. Default true.
 * - `baseMomentum`, `maxMomentum`: the lowest and the highest, from 0, for betas below 1; one number, or one for each
 *   group. Default 0.85 and 0.95.
 * - `divFactor`: how much lower than `maxLr` it begins, above 0. Default 25.
 * - `finalDivFactor`: how much lower than that it ends, above 0. Default 1e4.
 * - `threePhase`: whether the way down has two parts. Default false.
 * - `lastEpoch`: the last step that was done, from 0. Default -1: none was.
 *
 * The groups' own rates play no part; their base rates (`initialLr`) become `maxLr / divFactor`.
 *
 * Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import * as lrScheduler from "anneal/torch";
 * const optimizer = { paramGroups: [{ lr: 0.1, betas: [0.9, 0.999] }] };
 * const scheduler = new lrScheduler.OneCycleLR(optimizer, { maxLr: 1, totalSteps: 10 });
 * scheduler.step(2);
 * optimizer.paramGroups[0]; // => { lr: 1, betas: [0.85, 0.999], initialLr: 0.04 }
 * ```
 *
 * Source: PyTorch 2.15 `torch.optim.lr_scheduler.OneCycleLR`; Smith and Topin 2018.
 */
export class OneCycleLR extends LRScheduler<Plans> {
  constructor(optimizer: Optimizer, options: OneCycleLROptions) {
    const check = (given: Options, problems: Problems) => {
      checkLength(given, problems);
      checkMomentum(optimizer, given, problems);
    };
    const read = (make: (own: Own<Options>) => Plan) => readEach(optimizer, oneCycleLRFields, options, make, check);
    const [{ lastEpoch, cycleMomentum, maxLr, divFactor }, plan] = read((own) => {
      const first = own.maxLr / own.divFactor;
      return phases(own, first, own.maxLr, first / own.finalDivFactor);
    });
    const momenta = read((own) => phases(own, own.maxMomentum, own.baseMomentum, own.maxMomentum))[1];
    const most = [maxLr].flat();
    const given = optimizer.paramGroups.map((_, i) => (most[i] ?? (most[0] as number)) / divFactor);
    super(optimizer, lastEpoch, plan, withMomentum({ rank: 0, given }, optimizer, cycleMomentum && momenta));
  }
}

function stepsOf({ totalSteps, epochs, stepsPerEpoch }: Own<Options>): number {
  return totalSteps ?? (epochs ?? 0) * (stepsPerEpoch ?? 0);
}

function checkLength(options: Options, problems: Problems): void {
  const { pctStart, threePhase } = options;
  const steps = stepsOf(options as Own<Options>);
  const rise = pctStart * steps;
  atMost1("pctStart")(options, problems);
  if (!steps) problems.add("totalSteps", "a whole number above 0, or epochs and stepsPerEpoch", null);
  else if (rise <= 1 && (rise || threePhase || steps === 1)) {
    problems.add("pctStart", `more than one step of ${steps}`, pctStart);
  }
}

/** From the first level to the top and to the last, in three phases by the first; one after the last step is none. */
function phases(options: Own<Options>, first: number, top: number, last: number): Plan {
  const { pctStart, annealStrategy, threePhase } = options;
  const curve = curveOf(annealStrategy);
  const steps = stepsOf(options);
  const rise = pctStart * steps - 1;
  const parts: Part[] = [];
  let start = 0;
  let from = first;
  const ends = [[rise, top], ...(threePhase ? [[2 * rise, first]] : []), [steps - 1, last]] as [number, number][];
  for (const [end, to] of ends) {
    if (end > start) {
      parts.push({ plan: curve({ from, to, over: end - start }), until: Math.min(end, steps - 1) });
      start = end;
    }
    from = to;
  }
  return sequence(...parts);
}
