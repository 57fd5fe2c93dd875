import type { Part, Plan, Run, Sequence } from "../../src/index.ts";
import { readAt } from "./read.ts";
import { type Reading, stepsOf } from "./units.ts";

/** What a plan is read in: the run, how many steps "rest" is, and what "last" is. */
export interface Place {
  readonly run: Run;
  readonly room: number;
  readonly last: Reading;
}

/** A part of a sequence with its place in it, on the sequence's clock. */
export interface Laid {
  readonly plan: Plan;
  readonly start: number;
  readonly end: number;
  readonly origin: number;
  readonly place: Place;
}

/** How many steps a plan lasts: Infinity when it never ends, NaN when it takes the rest. */
export function lengthOf(plan: Plan, run: Run): number {
  if (plan.kind === "piecewise" || plan.kind === "exponential") return Number.POSITIVE_INFINITY;
  if (plan.kind !== "sequence") return plan.over === undefined ? Number.POSITIVE_INFINITY : stepsOf(plan.over, run);
  return plan.parts.map(placed).reduce((start, { plan: inner, until, clock }) => {
    if (until !== undefined) return stepsOf(until, run);
    return lengthOf(inner, run) + (clock === "global" ? 0 : start);
  }, 0);
}

/** Lays the parts of a sequence one after another; the second result is what holds after the last. */
export function layOut({ parts }: Sequence, { run, room, last }: Place): [Laid[], Reading] {
  let start = 0;
  let reached = last;
  const laid = parts.map(placed).map(({ plan, until, clock }, i, all) => {
    const origin = clock === "global" ? 0 : start;
    const natural = origin + lengthOf(plan, run);
    const end =
      until !== undefined ? stepsOf(until, run) : natural >= 0 ? natural : restEnd(all.slice(i + 1), run, room);
    const place = { run, room: end - origin, last: reached };
    const cut = natural > end;
    // A part that is cut before it begins leaves nothing behind.
    if (!cut || end > start) reached = readAt(plan, end - origin, place, cut);
    const one = { plan, start, end, origin, place };
    start = end;
    return one;
  });
  return [laid, reached];
}

/** Where a part that takes the rest ends: the parts after it reach the next fixed point, or the end of the room. */
function restEnd(after: readonly Part[], run: Run, room: number): number {
  const fixed = after.findIndex(({ until }) => until !== undefined);
  const between = fixed < 0 ? after : after.slice(0, fixed + 1);
  const bound = fixed < 0 ? room : stepsOf((after[fixed] as Required<Part>).until, run);
  return bound - between.reduce((sum, { plan }) => sum + lengthOf(plan, run), 0);
}

function placed(part: Plan | Part): Part {
  return "plan" in part ? part : { plan: part };
}
