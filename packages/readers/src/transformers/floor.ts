import type { Level } from "anneal";
import type { Reader } from "../entry.ts";
import type { OptimizerRates } from "./optimizer.ts";

/** The two ways to write a lowest rate. */
export interface Floor {
  readonly optimizer: OptimizerRates;
  readonly min_lr: number | null;
  readonly min_lr_rate: number | null;
}

/** The lowest rate; exactly one of the two has to be there. */
export function floorOf({ optimizer, min_lr, min_lr_rate }: Floor, reader: Reader): Level | undefined {
  const { context, place } = reader;
  if ((min_lr === null) === (min_lr_rate === null)) {
    context.problem("min_lr, min_lr_rate", "exactly one of the two", min_lr === null ? "none" : "both", place);
    return undefined;
  }
  return min_lr_rate === null ? shareOf(min_lr as number, optimizer, reader) : `${min_lr_rate}x`;
}

/**
 * An absolute rate, which transformers takes for a share of `optimizer.defaults["lr"]`, so that groups with rates of their
 * own have that share of them.
 */
export function shareOf(
  rate: number,
  { lr, bases = [], missing }: OptimizerRates,
  { context, place }: Reader,
): Level | undefined {
  if (lr) return `${rate / lr}x`;
  if (bases.length > 1) {
    context.need(missing[0]?.name ?? "lr", `${rate} is a share of the optimizer's own rate`, place);
    return undefined;
  }
  context.note(`${rate} is of groups at the optimizer's own rate; of others it is the same share`, place);
  return rate;
}
