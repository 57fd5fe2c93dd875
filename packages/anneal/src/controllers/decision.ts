import { format } from "../format.ts";

/** What a controller did and why, as plain JSON. */
export interface Decision {
  /** The hyperparameter. */
  readonly key: string;
  /** The scheduler's position. */
  readonly position: number;
  /** How many metrics the controller had been given, this one included. */
  readonly epoch: number;
  /** The metric, null when it was not finite. */
  readonly metric: number | null;
  /** Such as `"3 bad epochs"`. */
  readonly reason: string;
  /** The values before, one for each param group. */
  readonly from: readonly number[];
  /** The values after; the same ones where a bound or `eps` held them, or where the plan is at 0. */
  readonly to: readonly number[];
  /** All of it in words, with what the scales were multiplied by: `"epoch 41: 3 bad epochs, ×0.5"`. */
  readonly text: string;
}

const MOST_RATIOS = 3;

/**
 * Writes the text of a decision: each ratio of a scale after to one before, once. The values would not tell, where the
 * plan is at 0.
 */
export function tellDecision(
  decision: Omit<Decision, "text">,
  before: readonly number[],
  after: readonly number[],
): Decision {
  const { epoch, reason } = decision;
  const ratios = new Set(
    after.map((scale, i) => `×${format(scale === before[i] ? 1 : scale / (before[i] as number))}`),
  );
  const shown = [...ratios].slice(0, MOST_RATIOS);
  if (ratios.size > MOST_RATIOS) shown.push("…");
  return { ...decision, text: `epoch ${epoch}: ${[reason, ...shown].join(", ")}` };
}

/** How many epochs of a sort, in words. */
export function epochs(count: number, what: string): string {
  return `${count} ${what} epoch${count === 1 ? "" : "s"}`;
}
