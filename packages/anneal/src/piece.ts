/** A list of numbers that values are written to: a typed array or a plain one. */
export interface Numbers {
  readonly length: number;
  [index: number]: number;
  fill(value: number, start?: number, end?: number): unknown;
}

/** A curve inside one piece: its formula bound to its resolved fields. */
export interface Leaf {
  /** The value at `t` steps from the curve's origin. */
  at(t: number): number;
  /** Writes `at((first + i) - origin)` to `out[i]` for each `i` from `start` up to `end`. */
  fill(out: Numbers, start: number, end: number, first: number, origin: number): void;
}

/**
 * What a plan compiles to: a stretch that begins at step `start` and lasts until the next piece begins.
 * It holds either one value or a curve whose own time is counted from `origin`.
 */
export type Piece =
  | { readonly start: number; readonly value: number }
  | { readonly start: number; readonly origin: number; readonly leaf: Leaf };

/** The value of one piece at a step that it covers. */
export function readPiece(piece: Piece, step: number): number {
  return "leaf" in piece ? piece.leaf.at(step - piece.origin) : piece.value;
}

/** The pieces as they stand when their plan begins at step `by` instead of 0. */
export function shiftPiece(piece: Piece, by: number): Piece {
  const start = piece.start + by;
  return "leaf" in piece ? { start, origin: piece.origin + by, leaf: piece.leaf } : { start, value: piece.value };
}

/** Appends to `out` what the pieces say from step `from` up to step `to`. */
export function appendPieces(out: Piece[], pieces: readonly Piece[], from: number, to: number): void {
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i] as Piece;
    const end = Math.min(pieces[i + 1]?.start ?? 1 / 0, to);
    const start = Math.max(piece.start, from);
    if (start < end) out.push(start === piece.start ? piece : { ...piece, start });
  }
}

/** The value that a plan reaches at step `end`; when it is `cut` there, a change at `end` itself is no longer its own. */
export function valueAtEnd(pieces: readonly Piece[], end: number, cut: boolean): number | undefined {
  const piece = pieces.findLast(({ start }) => start < end || (start === end && !cut));
  return piece && readPiece(piece, end);
}
