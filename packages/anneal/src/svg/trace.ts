import { type Piece, readPiece } from "../piece.ts";
import { Outline } from "./outline.ts";
import { evenly, multiples } from "./spaced.ts";
import { holdsCustom, timesIn } from "./timesIn.ts";

/**
 * The points through which straight lines are a plan's curve from a first step to a last: values of whole steps alone,
 * since there is no other that an update could have. A jump is two points at the step that first has the new value.
 */
export function trace(pieces: readonly Piece[], last: number, pixels: number, log: boolean, first = 0): Outline {
  const perStep = pixels / (last || 1);
  const points = new Outline(0.5 / perStep);
  let [step, value] = [Number.NaN, Number.NaN];
  const stretches = stretchesOf(pieces, last, first);
  stretches.forEach(({ one, from, end, lowest, highest }, i) => {
    const go = (to: number) => {
      if (to <= step || to > highest) return;
      [step, value] = [to, readPiece(one, to)];
      points.add(step, value);
    };
    const jump = (to: number) => {
      if (to - 1 >= lowest && readPiece(one, to - 1) !== value) go(to - 1);
      if (step < to && to <= highest) points.add(to, value);
      go(to);
    };
    const before = stretches[i - 1];
    if (before && jumps(before.one, one)) jump(lowest);
    go(lowest);
    const to = Math.min(end, last);
    const room = (to - from) * perStep;
    // Where a line is none.
    const bends = log && one.leaf ? evenly(from, to, room) : [];
    const steps = one.leaf && holdsCustom(one.leaf) ? multiples(1, from, to, 4 * room) : [];
    const times = to > from ? [...timesIn(one, from, to, room), ...bends, ...steps].sort((a, b) => a - b) : [];
    for (const time of times) {
      const near = Math.round(time);
      const isNear = Math.abs(time - near) <= 2e-8 * time;
      if (readPiece(one, time, true) !== readPiece(one, time)) jump(isNear ? near : Math.ceil(time));
      // Of steps that are narrower than a pixel one is enough.
      else if (perStep >= 1) go(Math.floor(time));
      // What begins just after a step is the next one's.
      const isAfter = isNear && time > near && differs(readPiece(one, near), readPiece(one, time));
      go(isAfter || (perStep >= 1 && !isNear) ? Math.ceil(time) : near);
    }
    // Where the run ends before the piece, its last step may be a jump's.
    if (highest === last && one.leaf && readPiece(one, last, true) !== readPiece(one, last)) jump(last);
    const next = stretches[i + 1];
    if (next && jumps(one, next.one)) {
      if (readPiece(one, highest) !== value) go(highest);
    } else if (next?.lowest !== end) go(highest);
    // Else the next one goes on where this one ends, with a point there.
  });
  return points;
}

/** A piece that updates see: when it begins and ends, and its first and last update. */
interface Stretch {
  readonly one: Piece;
  readonly from: number;
  readonly end: number;
  readonly lowest: number;
  readonly highest: number;
}

/** Those of a run; a piece between two updates is none. */
function stretchesOf(pieces: readonly Piece[], last: number, first: number): readonly Stretch[] {
  return pieces.flatMap((one, i): Stretch[] => {
    const [from, end] = [Math.max(one.start, first), pieces[i + 1]?.start ?? 1 / 0];
    const [lowest, highest] = [Math.ceil(from), Math.min(Math.ceil(end) - 1, last)];
    return highest < lowest ? [] : [{ one, from, end, lowest, highest }];
  });
}

/** Whether a piece does not go on where the one before it ends. */
function jumps(before: Piece, one: Piece): boolean {
  return differs(readPiece(before, one.start, true), readPiece(one, one.start));
}

/** Whether two values are further from each other than rounding brings them. */
function differs(a: number, b: number): boolean {
  return Math.abs(a - b) > 1e-6 * Math.max(Math.abs(a), Math.abs(b));
}
