import type { Functions, Part, Plan, Sequence } from "../../src/index.ts";
import { lengthOf, placed } from "./length.ts";
import { readAt } from "./read.ts";
import { type Ground, type Reading, stepsOf } from "./units.ts";

/** What a plan is read in: the run, how long "rest" is, what "last" is, and the functions that it may name. */
export interface Place {
  readonly run: Ground;
  readonly room: number;
  readonly last: Reading;
  readonly functions: Functions;
}

/** A part of a sequence with its place in it, on the sequence's clock. */
export interface Laid {
  readonly plan: Plan;
  readonly start: number;
  readonly end: number;
  readonly origin: number;
  readonly place: Place;
}

/** Lays the parts of a sequence one after another; the second result is what holds after the last. */
export function layOut({ parts }: Sequence, outer: Place): [Laid[], Reading] {
  const { run, room } = outer;
  let start = 0;
  let reached = outer.last;
  const laid = parts.map(placed).map(({ plan, until, clock }, i, all) => {
    const origin = clock === "global" ? 0 : start;
    const natural = origin + lengthOf(plan, run);
    const end =
      until !== undefined ? stepsOf(until, run) : natural >= 0 ? natural : restEnd(all.slice(i + 1), run, room);
    // What never ends has the rest of all that surrounds it.
    const place = { ...outer, room: (end === Number.POSITIVE_INFINITY ? room : end) - origin, last: reached };
    const cut = natural > end;
    // A part that is cut before it begins leaves nothing behind.
    if ((!cut || end > start) && end < Number.POSITIVE_INFINITY) reached = readAt(plan, end - origin, place, cut);
    const one = { plan, start, end, origin, place };
    start = end;
    return one;
  });
  return [laid, reached];
}

/** Where a part that takes the rest ends: the parts after it reach the next fixed point, or the end of the room. */
function restEnd(after: readonly Part[], run: Ground, room: number): number {
  const fixed = after.findIndex(({ until }) => until !== undefined);
  const between = fixed < 0 ? after : after.slice(0, fixed + 1);
  const bound = fixed < 0 ? room : stepsOf((after[fixed] as Required<Part>).until, run);
  return bound - between.reduce((sum, { plan }) => sum + lengthOf(plan, run), 0);
}
