import { refuse } from "../error.ts";
import type { Fields } from "../field.ts";
import { freeze } from "../freeze.ts";
import type { Sequence } from "../kinds/sequence.ts";
import type { LevelFact, Needs, TimeFact } from "../needs.ts";
import type { Plan } from "../plan.ts";
import type { Level, Time } from "../units.ts";
import { checkOptions } from "./checkOptions.ts";
import { withAmount } from "./withAmount.ts";

/** What {@link oneCycle} takes. */
export interface OneCycleOptions<
  P extends Level = Level,
  O extends Time = Time,
  M extends "momentum" | "beta1" = "momentum" | "beta1",
> {
  readonly peak: P;
  readonly over: O;
  readonly pctStart?: number;
  readonly pctFinal?: number;
  readonly strategy?: "cosine" | "linear";
  readonly divFactor?: number;
  readonly finalDivFactor?: number;
  readonly inclusive?: boolean;
  readonly whole?: boolean;
  readonly momentum?: M;
  readonly baseMomentum?: number;
  readonly maxMomentum?: number;
}

const YES_NO = { of: [true, false] } as const;

/** The table of {@link oneCycle}'s options. */
export const oneCycleFields: Fields<OneCycleOptions> = {
  peak: { type: "level" },
  over: { type: "time", above: 0 },
  pctStart: { type: "number", default: 0.3 },
  pctFinal: { type: "number", default: undefined },
  strategy: { of: ["cosine", "linear"], default: "cosine" },
  divFactor: { type: "number", above: 0, default: 25 },
  finalDivFactor: { type: "number", above: 0, default: 1e4 },
  inclusive: { ...YES_NO, default: true },
  whole: { ...YES_NO, default: false },
  momentum: { of: ["momentum", "beta1"], default: "momentum" },
  baseMomentum: { type: "number", below: 1, default: 0.85 },
  maxMomentum: { type: "number", below: 1, default: 0.95 },
};

/** A program for the rate and for a hyperparameter that moves against it. */
export type OneCycleProgram<M extends "momentum" | "beta1", L, O> = {
  readonly lr: Sequence & Needs<LevelFact<L> | TimeFact<O>>;
} & { readonly [K in M]: Sequence & Needs<TimeFact<O>> };

/**
 * One cycle: the rate up to its peak and down to almost nothing, momentum the other way round.
 *
 * Formula, with s = `peak / divFactor`: from s to `peak` until the share `pctStart` of `over`, then to
 * `s / finalDivFactor` until its end; with `pctFinal`, back to s until that share, and only then on. Momentum goes from
 * `maxMomentum` to `baseMomentum` and back meanwhile. Each phase is a `cosine` or a `linear` plan.
 *
 * - `peak`: the highest level.
 * - `over`: how long it takes, a time, above 0.
 * - `pctStart`: the share of `over` at which the peak is, from 0 to 1. Default 0.3.
 * - `pctFinal`: the share at which the rate is back at s, for three phases: twice `pctStart` in PyTorch's `three_phase`.
 *   Above 1 the cycle ends on the way there. Default `pctStart`: two phases.
 * - `strategy`: `"cosine"` or `"linear"`. Default `"cosine"`.
 * - `divFactor`: what the peak is divided by to begin with, above 0. Default 25.
 * - `finalDivFactor`: what s is divided by in the end, above 0. Default 10000. (fastai divides the peak itself.)
 * - `inclusive`: whether the last step of each phase is already at its target, as in PyTorch; the peak is then at
 *   `pctStart * over - 1`. Default true.
 * - `whole`: whether shares are rounded down to whole numbers of the unit of `over`, as in optax. Default false.
 * - `momentum`: what moves against the rate: `"momentum"` or `"beta1"`. Default `"momentum"`.
 * - `baseMomentum`, `maxMomentum`: its ends, from 0 and below 1. Defaults 0.85 and 0.95.
 *
 * Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import { format, oneCycle, schedule } from "anneal";
 * const { lr, momentum } = oneCycle({ peak: 1, over: 10 });
 * [0, 1, 2, 9].map(schedule(lr)).map(format); // => ["0.04", "0.52", "1", "0.000004"]
 * [0, 1, 2, 9].map(schedule(momentum)).map(format); // => ["0.95", "0.9", "0.85", "0.95"]
 * ```
 *
 * Source: Smith and Topin 2018; PyTorch 2.15 `OneCycleLR`, optax 0.2.9 `cosine_onecycle_schedule` and
 * `linear_onecycle_schedule`, fastai 2.7 `fit_one_cycle`.
 */
export function oneCycle<P extends Level, O extends Time, M extends "momentum" | "beta1" = "momentum">(
  options: OneCycleOptions<P, O, M>,
): OneCycleProgram<M, P, O> {
  const checked = checkOptions<OneCycleOptions>(oneCycleFields, options);
  const { peak, over, pctStart, pctFinal = pctStart, strategy, inclusive, whole, momentum } = checked;
  if (!(pctStart <= Math.min(pctFinal, 1))) refuse("pctStart", "at most 1 and pctFinal", pctStart);
  const ramp = (from: Level, to: Level, over: Time): Plan => ({ kind: strategy, from, to, over, inclusive });
  const until = (share: number, from = 0): Time => {
    const at = (amount: number, share: number): number => (whole ? Math.floor(share * amount) : share * amount);
    return withAmount(over, (amount) => at(amount, share) - at(amount, from));
  };
  const cycle = (low: Level, high: Level, end: Level): Sequence => {
    const phases = [ramp(low, high, until(pctStart))];
    const three = pctFinal > pctStart;
    if (three) phases.push(ramp(high, low, until(pctFinal, pctStart)));
    // Inclusive phases end one step early each, so that the third may still have a part of one.
    const rests = pctFinal <= 1 || (inclusive && (pctFinal - 1) * (over as number) < 1);
    if (three ? rests : pctStart < 1) phases.push(ramp(three ? low : high, end, "rest"));
    const last = phases.pop() as Plan;
    return freeze({ kind: "sequence", parts: [...phases, { plan: last, until: over }] });
  };
  const start = withAmount(peak, (amount) => amount / checked.divFactor);
  const end = withAmount(start, (amount) => amount / checked.finalDivFactor);
  const { baseMomentum, maxMomentum } = checked;
  return {
    lr: cycle(start, peak, end),
    [momentum]: cycle(maxMomentum, baseMomentum, maxMomentum),
  } as unknown as OneCycleProgram<M, P, O>;
}
