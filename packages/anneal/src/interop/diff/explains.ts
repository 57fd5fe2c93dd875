import type { Case } from "./causeOf.ts";

/** Whether `b` is another curve, from the first difference or a step on, up to another. */
export function explains(
  { curves: [, b], rest, first }: Pick<Case, "curves" | "rest" | "first">,
  other: (step: number) => number,
  from: number = first,
  to: number = b.values.length,
): boolean {
  for (let step = from; step < to; step++) {
    if (!(Math.abs((b.values[step] as number) - other(step)) <= rest)) return false;
  }
  return true;
}
