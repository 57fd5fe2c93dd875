/** How much each update consumes while that changes: `from` at first, then `to[i]` from update `at[i]` on. */
export interface BatchRamp {
  readonly from: number;
  readonly at: readonly number[];
  readonly to: readonly number[];
}

/** How much one update consumes: always the same, or ramped. */
export type BatchSize = number | BatchRamp;

/**
 * How much the updates before step `t` consume, between whole steps along a straight line; `inverse`: the step at which
 * `t` is consumed.
 */
export function consumed(size: BatchSize, t: number, inverse?: boolean): number {
  const { from = size as number, at = [], to = [] } = size as Partial<BatchRamp>;
  let step = 0;
  let amount = 0;
  let each = from;
  for (let i = 0; i < at.length; i++) {
    const next = at[i] as number;
    const reached = amount + (next - step) * each;
    if (t < (inverse ? reached : next)) break;
    step = next;
    amount = reached;
    each = to[i] as number;
  }
  return inverse ? step + (t - amount) / each : amount + (t - step) * each;
}
