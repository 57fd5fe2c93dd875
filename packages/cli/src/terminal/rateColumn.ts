import { areEqual, needsExponent, rate } from "./rate.ts";

/** The digits that are printed at most. */
const MOST = 12;

/**
 * Rates as the cells of one column, in one notation and with their points below each other: in a few digits, and in
 * more where it takes them to tell one from the one before it, unless `apart` is false. What is no number is an empty
 * cell.
 */
export function rateColumn(
  values: readonly (number | null)[],
  { digits = 6, apart = true }: { readonly digits?: number; readonly apart?: boolean } = {},
): readonly string[] {
  const withExponent = values.some((value) => value !== null && needsExponent(value));
  const told = (value: number, count: number) => rate(value, count, withExponent);
  const alike = (i: number, count: number) => {
    const [before, value] = [values[i - 1], values[i]];
    if (!apart || typeof before !== "number" || typeof value !== "number" || areEqual(before, value)) return false;
    return told(before, count) === told(value, count);
  };
  const cells: string[] = [];
  for (let start = 0, end = 0; start < values.length; start = end) {
    // Neighbours that a few digits do not tell apart have the same number of them.
    for (end = start + 1; alike(end, digits); ) end++;
    let count = digits;
    const several = Array.from({ length: end - start - 1 }, (_, i) => start + 1 + i);
    while (count < MOST && several.some((i) => alike(i, count))) count++;
    for (const value of values.slice(start, end)) {
      cells.push(value === null || Number.isNaN(value) ? "" : told(value, count));
    }
  }
  if (withExponent) return cells;
  const behind = cells.map((cell) => (cell.includes(".") ? cell.length - cell.indexOf(".") : 0));
  const most = behind.reduce((a, b) => Math.max(a, b), 0);
  return cells.map((cell, i) => (cell === "" ? "" : cell + " ".repeat(most - (behind[i] as number))));
}
