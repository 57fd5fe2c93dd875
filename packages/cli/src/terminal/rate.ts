import { format } from "anneal";

/** Below and from what a rate is written with an exponent. */
const [SMALL, LARGE] = [1e-4, 1e12] as const;

/** Whether a rate is written with an exponent, where it stands alone. */
export function needsExponent(value: number): boolean {
  const size = Math.abs(value);
  return size > 0 && size < 1 / 0 && (size < SMALL || size >= LARGE);
}

/** A rate in a few digits: every command's rates look like this. */
export function rate(value: number, digits = 6, withExponent: boolean = needsExponent(value)): string {
  if (!Number.isFinite(value)) return String(value);
  const rounded = Number(value.toPrecision(digits));
  return withExponent && rounded !== 0 ? rounded.toExponential().replace("e+", "e") : format(rounded);
}

/** Whether two rates differ by no more than rounding, or by less than is ever printed. */
export function areEqual(a: number, b: number): boolean {
  return format(a) === format(b) || Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));
}
