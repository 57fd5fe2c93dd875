import { frozenList } from "../freeze.ts";
import { mapValues } from "../mapValues.ts";
import { cut, limitOf } from "./cut.ts";
import { epochs } from "./decision.ts";
import { finiteOrNull } from "./finiteOrNull.ts";
import type { Reducer } from "./reducer.ts";
import { COUNT, isBetter, type Tolerances, type Watch, watchFields } from "./watch.ts";

/** The controller that {@link greedy} makes. */
export interface Greedy extends Watch {
  readonly kind: "greedy";
  readonly factor?: number;
  readonly warmup?: number;
  readonly maxRate?: number | readonly number[];
  readonly window?: number;
  readonly resetStart?: number;
}

/** All that {@link greedy} keeps. */
export interface GreedyState {
  /** How many metrics it was given. */
  readonly epoch: number;
  /** The best metric so far, null when there is none. */
  readonly best: number | null;
  /** How many good ones came in a row. */
  readonly good: number;
  /** How many bad ones came in a row. */
  readonly bad: number;
  /** How many are still to be ignored after a cut. */
  readonly cooldown: number;
  /** How many are still to be ignored after a raise. */
  readonly warmup: number;
  /** How many cuts found every rate at its least. */
  readonly atMin: number;
  /** The last metrics, at most `window`. */
  readonly values: readonly number[];
  /** Their sum, null once it is not finite. */
  readonly sum: number | null;
  /** What the plan's value is multiplied by, for each param group. */
  readonly scales: readonly number[];
}

/** Two rates this close are the same one: a scale of the plan's value is rounded. */
const SAME = 1 + 1e-12;

/**
 * Raises the rate while a metric keeps improving, and cuts it when it does not.
 *
 * Formula: a metric is good when it beats the best as with `plateau`. More than `patience` good ones in a row: `rate =
 * min(rate / factor, maxRate)`, then `warmup` metrics are ignored; as many bad ones: `rate = max(rate * factor,
 * minRate)`, then `cooldown` metrics are. The `resetStart`-th cut that finds all rates at `minRate` resets everything.
 *
 * - `monitor`, `mode`, `eps`: as with `plateau`.
 * - `factor`: what a cut multiplies and a raise divides by, above 0 and below 1. Default 0.95.
 * - `patience`: how many in a row do not matter, a whole number from 0; the next one acts. Default 10.
 * - `rtol`, `atol`: by how much a metric must beat the best, as a share of it and absolutely, from 0. Default: `atol`
 *   1e-6; when one of them is given, the other is 0.
 * - `cooldown`, `warmup`: how many metrics are ignored after a cut and after a raise, whole numbers from 0; not even
 *   the best is learned from them. Default 0.
 * - `minRate`, `maxRate`: what cuts never go below and raises never above, from 0; one number, or one for each param
 *   group. Default 1e-3 and 1: state them when your rates are smaller. They bound the rate in force (plan times scales)
 *   when it is changed; where the plan moves later they say nothing.
 * - `window`: over how many metrics the running mean goes that is judged, a whole number; 0 for none. Default 0.
 * - `resetStart`: a whole number from 0. Default 500.
 * - `nonFinite`: what NaN and infinite metrics are: `"bad"` ones, and one that has entered the running mean spoils it
 *   until the next reset, or `"skip"`, as if they had not come. Default `"bad"`.
 *
 * @example
 * ```ts
 * import { constant, greedy, replay } from "anneal";
 * const controller = greedy({ patience: 1, factor: 0.5, minRate: 0.01 });
 * const { rates, decisions } = replay(controller, [4, 3, 2, 2, 2], { plan: constant({ value: 0.1 }) });
 * rates.flat(); // => [0.1, 0.1, 0.2, 0.2, 0.2, 0.1]
 * decisions.map(({ text }) => text); // => ["epoch 2: 2 good epochs, ×2", "epoch 5: 2 bad epochs, ×0.5"]
 * ```
 *
 * Source: transformers 5.23 `GreedyLR` (Subramanian and Ganapathiraman 2023).
 */
export function greedy(fields: Omit<Greedy, "kind"> = {}): Greedy {
  return Object.freeze(mapValues({ kind: "greedy", ...fields }, frozenList)) as unknown as Greedy;
}

const STANDARD: Tolerances = { atol: 1e-6 };

/** The row of the controllers' table. */
export const greedyReducer: Reducer<Greedy, GreedyState> = {
  raises: true,
  fields: {
    ...watchFields,
    factor: { type: "number", above: 0, below: 1, default: 0.95 },
    warmup: COUNT,
    minRate: { type: "number", list: "each", default: 1e-3 },
    maxRate: { type: "number", list: "each", default: 1 },
    window: COUNT,
    resetStart: { ...COUNT, default: 500 },
  },
  check({ minRate, maxRate }, groups, problem) {
    const crossed = Array.from({ length: groups }, (_, i) => limitOf(minRate, i) > limitOf(maxRate, i));
    if (crossed.includes(true)) problem("maxRate", "minRate or more", maxRate);
  },
  start: (scales) => {
    const counts = { good: 0, bad: 0, cooldown: 0, warmup: 0, atMin: 0 };
    return { epoch: 0, best: null, ...counts, values: [], sum: 0, scales };
  },
  next(fields, state, metric, rates) {
    const { patience, window, nonFinite } = fields;
    const epoch = state.epoch + 1;
    if (nonFinite === "skip" && !Number.isFinite(metric)) return { state: { ...state, epoch } };
    const { mean, ...smoothed } = window ? smooth(state, metric, window) : { mean: metric };
    const seen = { ...state, ...smoothed, epoch };
    if (state.cooldown > 0) return { state: { ...seen, cooldown: state.cooldown - 1 } };
    if (state.warmup > 0) return { state: { ...seen, warmup: state.warmup - 1 } };
    const better = isBetter(fields, mean, state.best, STANDARD);
    const [good, bad] = better ? [state.good + 1, 0] : [0, state.bad + 1];
    const judged = { ...seen, best: better ? mean : state.best, good, bad };
    if (good > patience) return raise(fields, judged, rates);
    return bad > patience ? lower(fields, judged, rates) : { state: judged };
  },
};

type Step = Reducer<Greedy, GreedyState>["next"];
type Act = (fields: Parameters<Step>[0], state: GreedyState, rates: readonly number[]) => ReturnType<Step>;

const raise: Act = ({ factor, maxRate, eps, warmup }, state, rates) => {
  const scales = state.scales.map((scale, i) => {
    const [rate, most] = [rates[i] as number, limitOf(maxRate, i)];
    return Math.min(rate / factor, most) - rate > eps ? Math.min(scale / factor, scale * (most / rate)) : scale;
  });
  return { state: { ...state, good: 0, warmup, atMin: 0, scales }, reason: epochs(state.good, "good") };
};

const lower: Act = ({ factor, minRate, eps, cooldown, resetStart }, state, rates) => {
  const scales = state.scales.map((scale, i) => cut(scale, rates[i] as number, factor, limitOf(minRate, i), eps));
  const allAtMin = scales.every((scale, i) => {
    const [rate, before] = [rates[i] as number, state.scales[i] as number];
    return (scale === before ? rate : rate * (scale / before)) <= limitOf(minRate, i) * SAME;
  });
  const atMin = state.atMin + Number(allAtMin);
  const reason = epochs(state.bad, "bad");
  if (!allAtMin || atMin < resetStart) return { state: { ...state, bad: 0, cooldown, atMin, scales }, reason };
  const anew = greedyReducer.start(scales.map(() => 1));
  return { state: { ...anew, epoch: state.epoch, cooldown }, reason: `${reason}, reset` };
};

/** The running mean; what a metric that is not finite left in the sum stays there. */
function smooth({ values, sum }: GreedyState, metric: number, window: number) {
  const kept = [...values, finiteOrNull(metric) ?? 0];
  let total = (sum ?? Number.NaN) + metric;
  if (kept.length > window) total -= kept.shift() as number;
  return { mean: total / kept.length, values: kept, sum: finiteOrNull(total) };
}
