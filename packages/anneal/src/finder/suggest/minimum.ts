import { checkCurve, point, type Suggestion, smallest } from "./suggestion.ts";

/**
 * fastai's `minimum`: a tenth of the rate with the smallest loss.
 *
 * Formula: `rates[k] / 10`, k the index of the smallest loss, the first of several.
 *
 * - `rates`: rising, one for each loss.
 * - `losses`: smoothed, one for each update.
 *
 * Returns undefined when there is no loss.
 *
 * Throws a PlanError for what is no list of numbers.
 *
 * @example
 * ```ts
 * import { minimum } from "anneal/finder";
 * minimum([0.001, 0.01, 0.1, 1], [2.3, 2.2, 1.1, 5]); // => { rate: 0.01, at: 0.1, loss: 1.1 }
 * ```
 *
 * Source: fastai 2.8 `callback/schedule.py`.
 */
export function minimum(rates: readonly number[], losses: readonly number[]): Suggestion | undefined {
  checkCurve(rates, losses);
  const found = point(rates, losses, smallest(losses));
  return found && { ...found, rate: found.rate / 10 };
}
