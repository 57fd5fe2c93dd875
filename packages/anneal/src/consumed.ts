import { type Evaluator, evaluate } from "./evaluate.ts";
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
export function consumed(size: BatchSize = 1, inverse?: boolean): Evaluator {
  const { from, at, to } = typeof size === "object" ? size : { from: size, at: [], to: [] };
  const sizes = [from, ...to];
  let amount = 0;
  const lines = [0, ...at].map((step, i, steps) => {
    const each = sizes[i] as number;
    const [start, value, up, down] = inverse ? [amount, step, 1, each] : [step, amount, each, 1];
    amount += ((steps[i + 1] as number) - step) * each;
    return { start, origin: start, leaf: new LineLeaf({ value, up, down }) };
  });
  return evaluate(lines);
}

interface Line {
  readonly value: number;
  readonly up: number;
  readonly down: number;
}

class LineLeaf extends Leaf<Line> {
  at(t: number): number {
    const { value, up, down } = this.fields;
    return value + (t * up) / down;
  }
}
