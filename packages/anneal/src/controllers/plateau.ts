import { frozenList } from "../freeze.ts";
import { mapValues } from "../mapValues.ts";
import { cut, limitOf } from "./cut.ts";
import { epochs } from "./decision.ts";
import { finiteOrNull } from "./finiteOrNull.ts";
import type { Reducer } from "./reducer.ts";
import { isBetter, type Tolerances, type Watch, watchFields } from "./watch.ts";

/** The controller that {@link plateau} makes. */
export interface Plateau extends Watch {
  readonly kind: "plateau";
  readonly factor?: number;
  readonly minScale?: number;
  readonly accumulate?: number;
}

/** All that {@link plateau} keeps. */
export interface PlateauState {
  /** How many metrics it was given. */
  readonly epoch: number;
  /** The best metric so far, null when there is none. */
  readonly best: number | null;
  /** How many bad ones came in a row. */
  readonly bad: number;
  /** How many are still to be ignored. */
  readonly cooldown: number;
  /** How many metrics are in `mean`. */
  readonly count: number;
  /** The mean of the metrics since the last judgement, null when it is not finite. */
  readonly mean: number | null;
  /** What the plan's value is multiplied by, for each param group. */
  readonly scales: readonly number[];
}

/**
 * Cuts the rate when a metric has stopped improving.
 *
 * Formula: a metric m is good when `m < best * (1 - rtol) - atol` (mode `"max"`: `m > best * (1 + rtol) + atol`), and
 * then the best; else it is bad. When more than `patience` bad ones came in a row, `rate = max(rate * factor, minRate)`
 * and `cooldown` metrics follow that only the best is learned from.
 *
 * - `monitor`: which metric it watches when a scheduler is given several by name, 1 to 32 characters. Default: the one
 *   that is given as a number.
 * - `mode`: `"min"`: smaller is better; `"max"`: larger is. Default `"min"`.
 * - `factor`: what a cut multiplies the rate by, from 0 to below 1. Default 0.1.
 * - `patience`: how many bad metrics in a row do not matter, a whole number from 0; the next one cuts. Default 10.
 * - `rtol`, `atol`: by how much a metric must beat the best, as a share of it and absolutely, from 0; `rtol` at most 1
 *   in mode `"min"`. PyTorch's `threshold` is the one or the other, by its `threshold_mode`. Default: `rtol` 1e-4; when
 *   one of them is given, the other is 0.
 * - `cooldown`: how many metrics after a cut are not counted, a whole number from 0. Default 0.
 * - `minRate`: what a cut never goes below, from 0; one number, or one for each param group. Default 0. It is a bound
 *   of the rate in force (plan times scales) when cutting; where the plan itself goes lower it says nothing.
 * - `minScale`: what the scale is never cut below, from 0 to below 1. Default 0.
 * - `eps`: a cut by no more than this is not made, from 0, and so none where the plan is at 0. Default 1e-8; 0: every
 *   cut is made, there too.
 * - `accumulate`: how many metrics are averaged before one is judged, a whole number above 0. Default 1.
 * - `nonFinite`: what NaN and infinite metrics are: `"bad"` ones (never the best; one makes a whole average bad), or
 *   `"skip"`, as if they had not come. Default `"bad"`.
 *
 * @example
 * ```ts
 * import { constant, plateau, Scheduler } from "anneal";
 * const group = { lr: 0.1 };
 * const optimizer = { paramGroups: [group] };
 * const controllers = plateau({ patience: 1, factor: 0.5 });
 * const scheduler = new Scheduler(optimizer, { lr: { plan: constant({ value: "1x" }), controllers } });
 * [0.9, 0.8, 0.8].flatMap((loss) => scheduler.observe(loss)); // => []
 * scheduler.observe(0.8).map(({ text }) => text); // => ["epoch 4: 2 bad epochs, ×0.5"]
 * group.lr; // => 0.05
 * ```
 *
 * Source: PyTorch 2.15 `ReduceLROnPlateau`; `minScale` and `accumulate` are optax 0.2.9's.
 */
export function plateau(fields: Omit<Plateau, "kind"> = {}): Plateau {
  return Object.freeze(mapValues({ kind: "plateau", ...fields }, frozenList)) as unknown as Plateau;
}

const STANDARD: Tolerances = { rtol: 1e-4 };

/** The row of the controllers' table. */
export const plateauReducer: Reducer<Plateau, PlateauState> = {
  fields: {
    ...watchFields,
    factor: { type: "number", below: 1, default: 0.1 },
    minRate: { type: "number", list: "each", default: 0 },
    minScale: { type: "number", below: 1, default: 0 },
    accumulate: { type: "number", whole: true, above: 0, default: 1 },
  },
  check({ mode, rtol = 0 }, _, problem) {
    if (mode === "min" && rtol > 1) problem("rtol", 'at most 1 for mode "min"', rtol);
  },
  start: (scales) => ({ epoch: 0, best: null, bad: 0, cooldown: 0, count: 0, mean: 0, scales }),
  next(fields, state, metric, rates) {
    const { factor, patience, cooldown, minRate, minScale, eps, accumulate, nonFinite } = fields;
    const epoch = state.epoch + 1;
    if (nonFinite === "skip" && !Number.isFinite(metric)) return { state: { ...state, epoch } };
    const count = state.count + 1;
    const mean = (state.count * (state.mean ?? Number.NaN) + metric) / count;
    if (count < accumulate) return { state: { ...state, epoch, count, mean: finiteOrNull(mean) } };
    const better = isBetter(fields, mean, state.best, STANDARD);
    const bad = better || state.cooldown > 0 ? 0 : state.bad + 1;
    const watched = { epoch, best: better ? mean : state.best, count: 0, mean: 0 };
    if (bad <= patience) {
      return { state: { ...state, ...watched, bad, cooldown: Math.max(state.cooldown - 1, 0) } };
    }
    const scales = state.scales.map((scale, i) => {
      const next = cut(scale, rates[i] as number, factor, limitOf(minRate, i), eps);
      return Math.max(next, Math.min(scale, minScale));
    });
    const judged = { ...state, ...watched, bad: 0, cooldown };
    const held = scales.every((scale, i) => scale === state.scales[i]);
    return held ? { state: judged } : { state: { ...judged, scales }, reason: epochs(bad, "bad") };
  },
};
