import { refuse } from "./error.ts";

/**
 * Prints a rate with 12 significant digits, so that rounding noise of the last bits never shows.
 *
 * Formula: the shortest decimal of the value rounded to 12 significant digits.
 *
 * - `rate`: the value to print, any number; anything else is a PlanError.
 *
 * @example
 * ```ts
 * import { format } from "anneal";
 * format(0.0010000000000000002); // => "0.001"
 * format(1 / 3); // => "0.333333333333"
 * ```
 */
export function format(rate: number): string {
  if (typeof rate !== "number") refuse("rate", "a number", rate);
  return String(Number(rate.toPrecision(12)));
}
