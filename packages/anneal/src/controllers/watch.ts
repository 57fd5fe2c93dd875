import type { Field, Fields } from "../field.ts";

/** How plateau and greedy watch a metric. */
export interface Watch {
  readonly monitor?: string;
  readonly mode?: "min" | "max";
  readonly patience?: number;
  readonly rtol?: number;
  readonly atol?: number;
  readonly cooldown?: number;
  readonly minRate?: number | readonly number[];
  readonly eps?: number;
  readonly nonFinite?: "bad" | "skip";
}

/** The row of a count from 0. */
export const COUNT: Field & { readonly default: number } = { type: "number", whole: true, default: 0 };

/** The rows that plateau and greedy share. */
export const watchFields: Omit<Fields<Watch>, "minRate"> = {
  monitor: { type: "text", from: 1, below: 33, default: undefined },
  mode: { of: ["min", "max"], default: "min" },
  patience: { ...COUNT, default: 10 },
  rtol: { type: "number", default: undefined },
  atol: { type: "number", default: undefined },
  cooldown: COUNT,
  eps: { type: "number", default: 1e-8 },
  nonFinite: { of: ["bad", "skip"], default: "bad" },
};

/** By how much a metric must beat the best. */
export type Tolerances = Pick<Watch, "rtol" | "atol">;

/**
 * Whether a metric beats the best so far by more than the tolerances, the `standard` ones when there are no others;
 * what is not finite never does.
 */
export function isBetter(
  watch: Tolerances & Pick<Watch, "mode">,
  metric: number,
  best: number | null,
  standard: Tolerances,
): boolean {
  const sign = watch.mode === "min" ? 1 : -1;
  const { rtol = 0, atol = 0 } = (watch.rtol ?? watch.atol) === undefined ? standard : watch;
  // In this order of operations: so do PyTorch and optax, where a tie is decided by the last bit.
  return Number.isFinite(metric) && sign * metric < (best === null ? 1 / 0 : sign * best) * (1 - sign * rtol) - atol;
}
