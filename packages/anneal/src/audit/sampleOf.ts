import type { Logged } from "./subject.ts";

/** So many rows are chosen evenly, and as many where the rate changes most. */
const EVENLY = 160;
const CHANGES = 40;

/** The rows that tell most: spread over the log, and on both sides of its largest changes. */
export function sampleOf({ rates }: Pick<Logged, "rates">): Int32Array {
  const rows = new Set<number>();
  const last = rates.length - 1;
  for (let i = 0; i < EVENLY; i++) rows.add(Math.round((i / (EVENLY - 1)) * last));
  const change = (row: number) => {
    const [a, b] = [Math.abs(rates[row - 1] as number), Math.abs(rates[row] as number)];
    return Math.abs(a - b) / (Math.max(a, b) || 1);
  };
  // The least of those that are kept, so that a long log is gone through once.
  let kept: [row: number, change: number][] = [];
  let least = 0;
  for (let row = 1; row <= last; row++) {
    const size = change(row);
    if (size <= least) continue;
    kept.push([row, size]);
    if (kept.length < 4 * CHANGES) continue;
    kept = kept.sort((a, b) => b[1] - a[1]).slice(0, CHANGES);
    least = kept[CHANGES - 1]?.[1] ?? 0;
  }
  for (const [row] of kept.sort((a, b) => b[1] - a[1]).slice(0, CHANGES)) rows.add(row).add(row - 1);
  return Int32Array.from(rows).sort();
}
