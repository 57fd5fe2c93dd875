import { areEqual, needsExponent, rate } from "./rate.ts";

/** In how many digits every number is told apart from any other. */
const MOST = 17;

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
  const needed = values.map((value, i) => {
    const before = values[i - 1] ?? value;
    let count = digits;
    if (!apart || value === null || before === null || areEqual(value, before)) return count;
    while (count < MOST && told(value, count) === told(before, count)) count++;
    return count;
  });
  const cells = values.map((value, i) => {
    if (value === null || Number.isNaN(value)) return "";
    return told(value, Math.max(needed[i] as number, needed[i + 1] ?? digits));
  });
  if (withExponent) return cells;
  const behind = cells.map((cell) => (cell.includes(".") ? cell.length - cell.indexOf(".") : 0));
  const most = behind.reduce((a, b) => Math.max(a, b), 0);
  return cells.map((cell, i) => (cell === "" ? "" : cell + " ".repeat(most - (behind[i] as number))));
}
