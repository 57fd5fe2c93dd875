import type { BatchSize } from "../../consumed.ts";
import { ClockLeaf } from "../../kinds/clock.ts";
import { nearWhole } from "../../units.ts";
import { type Formula, nested } from "../formula.ts";

/**
 * A curve of consumed samples or tokens. While the batch size stays, it is the same curve of steps on another scale; so
 * it is one stretch for each batch size, and no large amount is ever computed with.
 */
export const clock: Formula = nested(ClockLeaf, ({ fields }, { resolve }, { origin, unit }, from, to) =>
  sizes(fields.clock).flatMap(({ step, amount, each, until }) => {
    const start = Math.max(from, nearWhole(origin + step / unit));
    const end = Math.min(to, nearWhole(origin + until / unit));
    if (!(start < end)) return [];
    return resolve([fields.inner], { origin: origin + (step - amount / each) / unit, unit: unit * each }, start, end);
  }),
);

interface Size {
  readonly step: number;
  /** What is consumed before the step. */
  readonly amount: number;
  readonly each: number;
  readonly until: number;
}

function sizes(size: BatchSize | undefined): Size[] {
  const { from, at, to } = typeof size === "object" ? size : { from: size as number, at: [], to: [] };
  let amount = 0;
  return [from, ...to].map((each, i) => {
    const step = at[i - 1] ?? 0;
    const until = at[i] ?? 1 / 0;
    const now = { step, amount, each, until };
    amount += (until - step) * each;
    return now;
  });
}
