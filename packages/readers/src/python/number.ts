import type { Value } from "../value.ts";
import { Failure, type Outcome } from "./derived.ts";

/** A value as Python's arithmetic takes it: truth values are 0 and 1. */
export function numberOf(value: Value | undefined): number | undefined {
  if (typeof value === "number") return value;
  return typeof value === "boolean" ? Number(value) : undefined;
}

/** Python's `//`: towards minus infinity, by the exact remainder. */
export function floorDivide(a: number, b: number): number {
  const quotient = (a - modulo(a, b)) / b;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

/** Python's `%`: of the divisor's sign. */
export function modulo(a: number, b: number): number {
  const rest = a % b;
  if (rest === 0) return b < 0 ? -0 : 0;
  return rest < 0 !== b < 0 ? rest + b : rest;
}

/** Python's `**`, of numbers that are no complex number. */
export function power(a: number, b: number): Outcome {
  if (a === 0 && b < 0) return new Failure("0 to a negative power");
  if (a < 0 && !Number.isInteger(b) && Number.isFinite(b)) return new Failure("a negative number to a broken power");
  // What JavaScript leaves undefined is 1 in Python.
  if (a === 1 || (a === -1 && !Number.isFinite(b) && !Number.isNaN(b))) return 1;
  const result = a ** b;
  return !Number.isFinite(result) && Number.isFinite(a) && Number.isFinite(b) ? new Failure("an overflow") : result;
}

/** Python's `round`: halves to even, by the number's exact digits. */
export function round(value: number, digits = 0): number {
  if (!Number.isFinite(value) || digits > 100) return value;
  if (digits < 0) {
    const unit = 10 ** -digits;
    const rest = modulo(value, unit);
    const down = value - rest;
    return rest * 2 < unit || (rest * 2 === unit && modulo(down / unit, 2) === 0) ? down : down + unit;
  }
  const away = value.toFixed(digits);
  const exact = Math.abs(value).toFixed(Math.min(100, digits + 30));
  const tail = exact.slice(exact.indexOf(".") + 1 + digits);
  if (!/^50*$/.test(tail) || Math.abs(value) >= 1e21) return Number(away);
  const even = exact.slice(0, exact.length - tail.length);
  const last = Number(even.replace(/\.$/, "").at(-1));
  const towards = Number(even);
  const rounded = last % 2 === 0 ? towards : towards + 10 ** -digits;
  return Math.sign(value) * Number(rounded.toFixed(digits));
}
