import type { Reader } from "../entry.ts";
import { number, optional, whole } from "../parameter.ts";
import { optimizer } from "./optimizer.ts";

/** The counts of updates that most of the functions take. */
export interface Counts {
  readonly num_warmup_steps: number;
  readonly num_training_steps: number;
}

/** What most of the functions take first, in this order. */
export const counts = { optimizer, num_warmup_steps: number, num_training_steps: number } as const;

/** What all of them take last: where a resumed schedule goes on from. The plan is the same. */
export const last = { last_epoch: optional(whole, -1) } as const;

/** How long the rate falls: transformers never takes less than one update. */
export function fallOf(
  { num_warmup_steps: warmup, num_training_steps: total }: Counts,
  { context, place }: Reader,
): number {
  const over = total - warmup;
  if (over > 0 && over < 1)
    context.problem("num_training_steps", "a whole update after the warm-up", String(over), place);
  return Math.max(1, over);
}

/** What is told of curves that transformers does not hold at their end. */
export function goesOn(total: number, { context, place }: Reader): void {
  context.note(`after ${total} steps the curve goes on: transformers does not hold its end`, place);
}
