import type { Field } from "../field.ts";

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
export const watchFields: {
  readonly [K in "monitor" | "mode" | "patience" | "cooldown" | "eps" | "nonFinite"]: Field;
} = {
  monitor: { type: "text", default: undefined },
  mode: { of: ["min", "max"], default: "min" },
  patience: { ...COUNT, default: 10 },
  cooldown: COUNT,
  eps: { type: "number", default: 1e-8 },
  nonFinite: { of: ["bad", "skip"], default: "bad" },
};

/** The row of the best metric so far in a saved state; null when there is none. */
export const BEST: Field = { type: "number", negative: true, default: null };

/** Whether a metric beats the best so far by more than the tolerances; what is not finite never does. */
export function isBetter(
  { mode, rtol, atol }: Pick<Required<Watch>, "mode" | "rtol" | "atol">,
  metric: number,
  best: number | null,
): boolean {
  const sign = mode === "min" ? 1 : -1;
  // In this order of operations: so do PyTorch and optax, where a tie is decided by the last bit.
  return Number.isFinite(metric) && sign * metric < (best === null ? 1 / 0 : sign * best) * (1 - sign * rtol) - atol;
}

/** The number as JSON can hold it. */
export function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** A limit of one group, where there may be one for all. */
export function limitOf(limit: number | readonly number[], group: number): number {
  return typeof limit === "number" ? limit : (limit[group] as number);
}

/** The scale after a cut that leaves the rate at `least` or above; the same one when the rate would hardly change. */
export function cut(scale: number, rate: number, factor: number, least: number, eps: number): number {
  const next = Math.max(scale * factor, least && scale * (least / rate));
  // Without eps a scale is cut even where the plan is at 0.
  const counts = eps === 0 || rate - Math.max(rate * factor, least) > eps;
  return counts && next < scale ? next : scale;
}

/** How many epochs, in words. */
export function epochs(count: number, what: string): string {
  return `${count} ${what} epoch${count === 1 ? "" : "s"}`;
}
