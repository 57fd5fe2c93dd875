import type { Leaf, Numbers, Piece } from "./piece.ts";

/** The function that a list of pieces is, and the same for many steps at once. */
export interface Evaluator {
  (step: number): number;
  fill<N extends Numbers>(out: N, first?: number): N;
}

/** Turns pieces into a function: one search, the last piece remembered, then one read or one call of a leaf. */
export function evaluate(pieces: readonly Piece[]): Evaluator {
  const starts = new Float64Array(pieces.length + 1).fill(1 / 0);
  const values = new Float64Array(pieces.length);
  const leaves = pieces.map(({ start, leaf, origin = 0, value = 0 }, i) => {
    starts[i] = start;
    values[i] = leaf ? origin : value;
    return leaf;
  });
  let piece = 0;

  function at(step: number): number {
    const t = Math.max(step, 0);
    if (Number.isNaN(t)) return t;
    // Most often it is the piece that was read last, or the next one.
    if (t >= (starts[piece + 1] as number)) piece++;
    if (!(t >= (starts[piece] as number) && t < (starts[piece + 1] as number))) piece = search(starts, t);
    const leaf = leaves[piece];
    const value = values[piece] as number;
    return leaf ? leaf.at(t - value) : value;
  }

  function fill<N extends Numbers>(out: N, first = 0): N {
    for (let i = 0; i < out.length; ) {
      out[i] = at(first + i);
      const leaf = leaves[piece] as Leaf;
      const value = values[piece] as number;
      // A stretch ends one short of its boundary, where the sum of step and index might round across it.
      const end = Math.min(out.length, Math.ceil((starts[piece + 1] as number) - first) - 1);
      if (!leaf && end > i) {
        out.fill(value, i, end);
        i = end;
      } else while (++i < end) out[i] = leaf.at(Math.max(first + i, 0) - value);
    }
    return out;
  }

  return Object.assign(at, { fill });
}

/** The last piece that has started at step `t`; the list ends with Infinity. */
function search(starts: Float64Array, t: number): number {
  let low = 0;
  let high = starts.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (t < (starts[middle] as number)) high = middle - 1;
    else low = middle;
  }
  return low;
}
