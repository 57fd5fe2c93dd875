import { checkCurve, point, type Suggestion } from "./suggestion.ts";

/**
 * fastai's `valley`, its default: about half-way into the longest run of ever smaller losses.
 *
 * Formula: of the longest strictly falling subsequence of the losses, with its end at index e and n members, let
 * `s = e - n` and `third = (e - s) / 3`; the point is `s + floor(third) + floor(third / 2)`, where -1 is the last one.
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
 * import { valley } from "anneal/finder";
 * valley([0.001, 0.01, 0.1, 1, 10], [2.3, 2.2, 1.5, 1.1, 5]); // => { rate: 0.001, at: 0.001, loss: 2.3 }
 * ```
 *
 * Source: fastai 2.8 `callback/schedule.py`.
 */
export function valley(rates: readonly number[], losses: readonly number[]): Suggestion | undefined {
  checkCurve(rates, losses);
  const lengths = losses.map(() => 1);
  let start = 0;
  let end = 0;
  losses.forEach((loss, i) => {
    for (let j = 0; j < i; j++) {
      if (loss < (losses[j] as number)) lengths[i] = Math.max(lengths[i] as number, (lengths[j] as number) + 1);
    }
    if ((lengths[end] as number) < (lengths[i] as number)) {
      end = i;
      start = i - (lengths[i] as number);
    }
  });
  const third = (end - start) / 3;
  return point(rates, losses, start + Math.floor(third) + Math.floor(third / 2));
}
