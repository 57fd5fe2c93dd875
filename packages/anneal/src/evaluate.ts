import type { Numbers, Piece } from "./piece.ts";

/** The function that a list of pieces is, and the same for many steps at once. */
export interface Evaluator {
  (step: number): number;
  fill<N extends Numbers>(out: N, first?: number): N;
}

/** Turns pieces into a function: one search, the last piece remembered, then one read or one call of a leaf. */
export function evaluate(pieces: readonly Piece[]): Evaluator {
  const kept = pieces.filter(({ start }, i) => !(start >= (pieces[i + 1]?.start ?? 1 / 0)));
  const count = kept.length;
  const starts = Float64Array.from({ length: count + 1 }, (_, i) => kept[i]?.start ?? 1 / 0);
  const values = Float64Array.from(kept, (piece) => ("leaf" in piece ? piece.origin : piece.value));
  const leaves = kept.map((piece) => ("leaf" in piece ? piece.leaf : undefined));
  let piece = 0;

  function search(step: number): number {
    if (step >= (starts[piece + 1] as number) && step < (starts[piece + 2] as number)) return piece + 1;
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (step < (starts[middle] as number)) high = middle - 1;
      else low = middle;
    }
    return low;
  }

  function at(step: number): number {
    const t = Math.max(step, 0);
    if (!(t >= (starts[piece] as number) && t < (starts[piece + 1] as number))) {
      if (Number.isNaN(t)) return t;
      piece = search(t);
    }
    const leaf = leaves[piece];
    const value = values[piece] as number;
    return leaf === undefined ? value : leaf.at(t - value);
  }

  function fill<N extends Numbers>(out: N, first = 0): N {
    const { length } = out;
    let start = reach(0, first, length);
    out.fill(at(first), 0, start);
    while (start < length) {
      const value = at(first + start);
      const end = Math.max(start + 1, reach(starts[piece + 1] as number, first, length));
      const leaf = leaves[piece];
      if (leaf === undefined) out.fill(value, start, end);
      else leaf.fill(out, start, end, first, values[piece] as number);
      start = end;
    }
    return out;
  }

  return Object.assign(at, { fill });
}

/** The least index, at most `length`, whose step `first + index` has reached `boundary`; `length` when none does. */
function reach(boundary: number, first: number, length: number): number {
  let index = Math.max(0, Math.min(length, Math.ceil(boundary - first)));
  while (index < length && !(first + index >= boundary)) index++;
  while (index > 0 && first + index - 1 >= boundary) index--;
  return index;
}
