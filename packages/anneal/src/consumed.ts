import { Leaf } from "./piece.ts";

/** How much each update consumes while that changes: `from` at first, then `to[i]` from update `at[i]` on. */
export interface BatchRamp {
  readonly from: number;
  readonly at: readonly number[];
  readonly to: readonly number[];
}

/** How much one update consumes: always the same, or ramped. */
export type BatchSize = number | BatchRamp;

/**
 * How much the updates before step t consume, between whole steps along a straight line; `inverse`: the step at which
 * so much is consumed.
 */
export function consumed(size: BatchSize = 1, inverse?: boolean): Leaf {
  const { from, at, to } = typeof size === "object" ? size : { from: size, at: [], to: [] };
  const sizes = [from, ...to];
  let amount = 0;
  const lines = [0, ...at].map((step, i, steps): Line => {
    const each = sizes[i] as number;
    const [start, value, up, down] = inverse ? [amount, step, 1, each] : [step, amount, each, 1];
    amount += ((steps[i + 1] as number) - step) * each;
    return { start, value, up, down };
  });
  return new AmountLeaf(lines);
}

interface Line {
  readonly start: number;
  readonly value: number;
  readonly up: number;
  readonly down: number;
}

class AmountLeaf extends Leaf<readonly Line[]> {
  at(t: number): number {
    const lines = this.fields;
    let low = 0;
    let high = lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (t < (lines[middle] as Line).start) high = middle - 1;
      else low = middle;
    }
    const { start, value, up, down } = lines[low] as Line;
    return value + ((t - start) * up) / down;
  }
}
