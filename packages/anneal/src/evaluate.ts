import { type Leaf, type Numbers, type Piece, piece, readPiece } from "./piece.ts";

/** The function that a list of pieces is, and the same for many steps at once. */
export interface Evaluator {
  (step: number): number;
  fill<N extends Numbers>(out: N, first?: number): N;
}

/** Turns pieces into a function: one search, the last piece remembered, then one read or one call of a leaf. */
export function evaluate(pieces: readonly Piece[]): Evaluator {
  const starts = startsOf(pieces);
  // The piece that was read last: where it starts and ends, and its value or the origin of its leaf.
  const here = new Float64Array(3);
  let place = -1;
  let leaf: Leaf | undefined;

  function at(step: number): number {
    if (!(step >= (here[0] as number) && step < (here[1] as number))) {
      // Before 0 the first value, at infinity that of the last step there is; NaN for NaN.
      if (!(step >= 0)) return step < 0 ? at(0) : Number.NaN;
      if (step === 1 / 0) return at(Number.MAX_VALUE);
      // Most often it is the next piece.
      enter(
        step >= (starts[place + 1] as number) && step < (starts[place + 2] as number)
          ? place + 1
          : search(starts, step),
      );
    }
    return leaf === undefined ? (here[2] as number) : leaf.at(step - (here[2] as number));
  }

  function enter(i: number): void {
    place = i;
    ({ start: here[0], value: here[2], leaf } = pieces[i] as Piece);
    here[1] = starts[i + 1] as number;
  }

  function fill<N extends Numbers>(out: N, first = 0): N {
    for (let i = 0; i < out.length; ) {
      out[i] = at(first + i);
      const curve = leaf;
      const value = here[2] as number;
      // A stretch ends one short of its boundary, where the sum of step and index might round across it.
      const end = first + i < 0 ? 0 : Math.min(out.length, Math.ceil((here[1] as number) - first) - 1);
      if (!curve && end > i) {
        out.fill(value, i, end);
        i = end;
      } else while (++i < end) out[i] = (curve as Leaf).at(first + i - value);
    }
    return out;
  }

  return Object.assign(at, { fill });
}

/** Where pieces start, and Infinity after them. */
export function startsOf(pieces: readonly Piece[]): Float64Array {
  return Float64Array.from([...pieces, piece(1 / 0, 0)], ({ start }) => start);
}

/** The last piece that has started at step `t`, or the first; the list ends with Infinity. */
export function search(starts: Float64Array, t: number): number {
  let low = 0;
  let high = starts.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (t < (starts[middle] as number)) high = middle - 1;
    else low = middle;
  }
  return low;
}

/** The value of pieces at step `t`, or the one that they have just `before`, where they jump. */
export function readAt(
  pieces: readonly Piece[],
  t: number,
  before?: boolean,
  starts: Float64Array = startsOf(pieces),
): number {
  // What begins within 1e-9 of a cut begins after it, however its start was rounded.
  const i = search(starts, before ? t * (1 - 1e-9) : t);
  return readPiece(pieces[i] as Piece, Math.min(t, starts[i + 1] as number), before);
}
