import { gradient } from "./gradient.ts";
import { checkCurve, point, type Suggestion, smallest } from "./suggestion.ts";

/**
 * pytorch-lr-finder's suggestion: where the loss falls fastest by update, whatever the rates are.
 *
 * Formula: the index of the smallest of `gradient(losses)`, as NumPy's, the first of several.
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
 * import { steepestGradient } from "anneal/finder";
 * steepestGradient([0.001, 0.01, 0.1, 1], [2.3, 2.2, 1.1, 5]); // => { rate: 0.01, at: 0.01, loss: 2.2 }
 * ```
 *
 * Source: torch-lr-finder 0.2.2 `LRFinder.plot`.
 */
export function steepestGradient(rates: readonly number[], losses: readonly number[]): Suggestion | undefined {
  checkCurve(rates, losses);
  return losses.length > 1 ? point(rates, losses, smallest(gradient(losses))) : undefined;
}
