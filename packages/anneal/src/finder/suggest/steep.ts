import { checkCurve, point, type Suggestion, smallest } from "./suggestion.ts";

/**
 * fastai's `steep`: where the loss falls fastest from one point to the next, measured against the logarithm of the rate.
 *
 * Formula: the index k of the smallest `(losses[k + 1] - losses[k]) / (log rates[k + 1] - log rates[k])`, the first of
 * several.
 *
 * - `rates`: rising, one for each loss.
 * - `losses`: smoothed, one for each update.
 *
 * Returns undefined when there are fewer than two.
 *
 * Throws a PlanError for what is no list of numbers.
 *
 * @example
 * ```ts
 * import { steep } from "anneal/finder";
 * steep([0.001, 0.01, 0.1, 1], [2.3, 2.2, 1.1, 5]); // => { rate: 0.01, at: 0.01, loss: 2.2 }
 * ```
 *
 * Source: fastai 2.8 `callback/schedule.py`.
 */
export function steep(rates: readonly number[], losses: readonly number[]): Suggestion | undefined {
  checkCurve(rates, losses);
  const logs = rates.map(Math.log);
  const rise = (values: readonly number[], k: number) => (values[k + 1] as number) - (values[k] as number);
  const slopes = losses.slice(1).map((_, k) => rise(losses, k) / rise(logs, k));
  return slopes.length > 0 ? point(rates, losses, smallest(slopes)) : undefined;
}
