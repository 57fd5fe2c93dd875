import { type Piece, readPiece } from "../piece.ts";
import { Outline } from "./outline.ts";
import { evenly, multiples } from "./spaced.ts";
import { holdsCustom, timesIn } from "./timesIn.ts";

/** The points through which straight lines are a plan's curve from a first step to a last; a jump is two at one time. */
export function trace(pieces: readonly Piece[], last: number, pixels: number, log: boolean, first = 0): Outline {
  const perStep = pixels / (last || 1);
  const points = new Outline(0.5 / perStep);
  for (let i = 0; i < pieces.length; i++) {
    const one = pieces[i] as Piece;
    const [from, end] = [Math.max(one.start, first), pieces[i + 1]?.start ?? 1 / 0];
    if (end <= first) continue;
    if (from > last) break;
    points.add(from, readPiece(one, from));
    const to = Math.min(end, last);
    if (to <= from) continue;
    const room = (to - from) * perStep;
    // Where a line is none.
    const bends = log && one.leaf ? evenly(from, to, room) : [];
    const steps = one.leaf && holdsCustom(one.leaf) ? multiples(1, from, to, 4 * room) : [];
    const times = [...timesIn(one, from, to, room), ...bends, ...steps].sort((a, b) => a - b);
    let before = from;
    for (const time of times) {
      if (time === before) continue;
      before = time;
      const [left, right] = [readPiece(one, time, true), readPiece(one, time)];
      if (left !== right) points.add(time, left);
      points.add(time, right);
    }
    const [left, right] = [readPiece(one, to, true), readPiece(one, to)];
    points.add(to, left);
    // Where the run ends before the piece, its last step may be a jump's.
    if (end > last && left !== right) points.add(to, right);
  }
  return points;
}
