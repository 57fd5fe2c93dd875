import type { BatchSize } from "../../src/index.ts";

/** From and to which update each size holds. */
function stretchesOf(size: BatchSize): { from: number; to: number; each: number }[] {
  if (typeof size === "number") return [{ from: 0, to: Number.POSITIVE_INFINITY, each: size }];
  const bounds = [0, ...size.at, Number.POSITIVE_INFINITY];
  return [size.from, ...size.to].map((each, i) => ({ from: bounds[i] as number, to: bounds[i + 1] as number, each }));
}

/** What so many updates consume. */
export function amountAt(step: number, size: BatchSize): number {
  const inside = stretchesOf(size).filter(({ from }) => from < step);
  return inside.reduce((sum, { from, to, each }) => sum + (Math.min(step, to) - from) * each, 0);
}

/** How many updates consume so much. */
export function updatesFor(amount: number, size: BatchSize): number {
  if (Number.isNaN(amount)) return amount;
  let left = amount;
  for (const { from, to, each } of stretchesOf(size)) {
    if (left <= (to - from) * each) return from + left / each;
    left -= (to - from) * each;
  }
  return Number.POSITIVE_INFINITY;
}
