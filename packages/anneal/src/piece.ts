import { nearWhole } from "./units.ts";

/** A list of numbers that values are written to: a typed array or a plain one. */
export interface Numbers {
  readonly length: number;
  [index: number]: number;
  fill(value: number, start?: number, end?: number): unknown;
}

/** A curve inside one piece, by its resolved fields. One class for each formula, so that calls of it can be inlined. */
export abstract class Leaf<F = unknown> {
  readonly fields: F;

  constructor(fields: F) {
    this.fields = fields;
  }

  /** The value at `t` steps from the curve's origin, or the one that it has just `before`, where it jumps. */
  abstract at(t: number, before?: boolean): number;
}

/** So much of the way from one level to another, measured from the nearer end, so that both are exact. */
export function between({ from, to }: Ends, gone: number, left: number): number {
  return gone < 0.5 ? from + (to - from) * gone : to + (from - to) * left;
}

/** The largest number where it would be infinite. */
export function finite(value: number): number {
  return value > Number.MAX_VALUE ? Number.MAX_VALUE : value;
}

/** The two levels of a curve. */
interface Ends {
  readonly from: number;
  readonly to: number;
}

/** What a plan compiles to: a stretch that begins at step `start` and lasts until the next piece begins. */
export interface Piece {
  readonly start: number;
  /** The value that it holds, or where it has a leaf: the step from which the leaf's own time is counted. */
  readonly value: number;
  readonly leaf: Leaf | undefined;
}

/** A piece; all are of one shape, which makes reading them fast. */
export function piece(start: number, value: number, leaf?: Leaf): Piece {
  return { start, value, leaf };
}

/** The value of a piece at step `t`, or the one that it has just `before`. */
export function readPiece({ value, leaf }: Piece, t: number, before?: boolean): number {
  return leaf ? leaf.at(t < value ? 0 : t - value, before) : value;
}

/** Appends pieces whose plan begins at step `origin`, as far as they lie between the steps `from` and `to`. */
export function placePieces(out: Piece[], pieces: readonly Piece[], origin: number, from: number, to: number): void {
  pieces.forEach(({ start, value, leaf }, i) => {
    const first = Math.max(nearWhole(start + origin), from);
    const end = Math.min(nearWhole((pieces[i + 1]?.start ?? 1 / 0) + origin), to);
    // A time that is not known, which is then a problem reported, leaves its piece for the plans around it.
    if (!(first >= end)) out.push(piece(first, leaf ? nearWhole(value + origin) : value, leaf));
  });
}
