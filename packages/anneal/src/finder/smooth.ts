import { Problems } from "../error.ts";
import { misfit } from "../field.ts";
import { finderSettingsFields } from "./options.ts";
import { checkNumbers } from "./suggest/suggestion.ts";

/**
 * The exponential moving average of losses, without the pull of its start towards 0.
 *
 * Formula: `m_k = beta * m_(k-1) + (1 - beta) * loss_k` from `m_0 = 0`; the value is `m_k / (1 - beta ** k)`.
 *
 * - `losses`: one for each update.
 * - `beta`: how much of the average each update keeps, from 0 (no smoothing) to below 1. Default 0.98.
 *
 * Throws a PlanError for anything else.
 *
 * @example
 * ```ts
 * import { smooth } from "anneal/finder";
 * smooth([4, 4, 1], 0.5).map((loss) => loss.toFixed(2)); // => ["4.00", "4.00", "2.29"]
 * ```
 *
 * Source: fastai 2.8 `AvgSmoothLoss`.
 */
export function smooth(losses: readonly number[], beta = 0.98): number[] {
  const problems = new Problems();
  checkNumbers("losses", losses, problems);
  const expected = misfit(finderSettingsFields.smoothing, beta);
  if (expected) problems.add("beta", expected, beta);
  problems.throwIfAny();
  const average = new Average(beta);
  return losses.map((loss) => average.add(loss));
}

/** The same, one loss after another; computed so that equal losses have exactly themselves for an average. */
export class Average {
  #value = 0;
  #weight = 0;

  constructor(readonly beta: number) {}

  add(loss: number): number {
    this.#weight = this.beta * this.#weight + (1 - this.beta);
    this.#value += ((1 - this.beta) / this.#weight) * (loss - this.#value);
    return this.#value;
  }
}
