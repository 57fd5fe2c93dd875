import { gradient } from "./gradient.ts";
import { checkCurve, point, type Suggestion } from "./suggestion.ts";

/** How far apart the two ends of the interval are. */
const WIDTH = 15;
/** How different their gradients must be for the interval to slide on. */
const THRESHOLD = 0.005;

/**
 * fastai's `slide`: an interval of 16 points slides from the end of the curve towards its beginning while the slopes at
 * its two ends differ; where they no longer do, its left end is the point.
 *
 * Formula: with `g` the gradient of the losses by update, from the last 16 points on, while
 * `abs(g[right] - g[left]) > 0.005` both move one point to the left; the point is the last `left` at which they differed.
 *
 * - `rates`: rising, one for each loss.
 * - `losses`: smoothed, one for each update.
 *
 * Returns undefined when there are fewer than 16.
 *
 * Throws a PlanError for what is no list of numbers.
 *
 * @example
 * ```ts
 * import { slide } from "anneal/finder";
 * const rates = Array.from({ length: 20 }, (_, k) => 0.001 * 1.5 ** k);
 * const losses = rates.map((rate) => 2 - Math.min(rate, 0.5) + 5 * Math.max(rate - 1, 0));
 * slide(rates, losses)?.rate; // => 0.001
 * ```
 *
 * Source: fastai 2.8 `callback/schedule.py`.
 */
export function slide(rates: readonly number[], losses: readonly number[]): Suggestion | undefined {
  checkCurve(rates, losses);
  const slopes = gradient(losses);
  let left = losses.length - 1 - WIDTH;
  if (left < 0) return undefined;
  let found = left;
  for (; left >= 0 && differ(slopes[left], slopes[left + WIDTH]); left--) found = left;
  return point(rates, losses, found);
}

function differ(a = 0, b = 0): boolean {
  return Math.abs(a - b) > THRESHOLD;
}
