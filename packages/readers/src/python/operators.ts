import { isDictionary, isList, type Value } from "../value.ts";
import { Failure, type Outcome } from "./derived.ts";
import { floorDivide, modulo, numberOf, power } from "./number.ts";

/** The most items of a list, and characters of a text, that are made. */
export const LONGEST = 10_000;

const TYPES: Failure = new Failure("an operation that is not read");
const ZERO: Failure = new Failure("a division by zero");

const LARGE: Failure = new Failure("a remainder of a whole number above 2^53");
/** Whole numbers that Python has exactly and this does not. */
const large = (a: number): boolean => Number.isInteger(a) && !Number.isSafeInteger(a);

const ARITHMETIC: ReadonlyMap<string, (a: number, b: number) => Outcome> = new Map<
  string,
  (a: number, b: number) => Outcome
>([
  ["+", (a, b) => a + b],
  ["-", (a, b) => a - b],
  ["*", (a, b) => a * b],
  ["/", (a, b) => (b === 0 ? ZERO : a / b)],
  ["//", (a, b) => (b === 0 ? ZERO : large(a) ? LARGE : floorDivide(a, b))],
  ["%", (a, b) => (b === 0 ? ZERO : large(a) ? LARGE : modulo(a, b))],
  ["**", power],
  ["<<", (a, b) => (b >= 0 ? a * 2 ** b : TYPES)],
  [">>", (a, b) => (b >= 0 ? Math.floor(a / 2 ** b) : TYPES)],
]);

/** Python's operator between two known values. */
export function binary(operator: string, a: Value, b: Value): Outcome {
  const [left, right] = [numberOf(a), numberOf(b)];
  if (left !== undefined && right !== undefined) return ARITHMETIC.get(operator)?.(left, right) ?? TYPES;
  if (operator === "+" && isList(a) && isList(b)) return short([...a, ...b]);
  if (operator === "+" && typeof a === "string" && typeof b === "string") return short(a + b);
  if (operator === "*" && left !== undefined) return repeated(b, left);
  if (operator === "*" && right !== undefined) return repeated(a, right);
  return operator === "|" && isDictionary(a) && isDictionary(b) ? new Map([...a, ...b]) : TYPES;
}

/** Python's operator before a known value. */
export function unary(operator: string, value: Value): Outcome {
  if (operator === "not") return !truth(value);
  const number = numberOf(value);
  if (number === undefined) return TYPES;
  if (operator === "-") return number === 0 ? 0 : -number;
  return operator === "+" ? number : operator === "~" ? -number - 1 : TYPES;
}

/** Python's comparison of two known values. */
export function compare(operator: string, a: Value, b: Value): Outcome {
  switch (operator) {
    case "==":
    case "is":
      return equal(a, b);
    case "!=":
    case "<>":
    case "is not":
      return !equal(a, b);
    case "in":
    case "not in": {
      const inside = contains(b, a);
      return inside === undefined ? TYPES : inside === (operator === "in");
    }
  }
  const order = ordered(a, b);
  if (order === undefined) return TYPES;
  switch (operator) {
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
  }
  return TYPES;
}

/** Whether Python takes a known value for true. */
export function truth(value: Value): boolean {
  if (isList(value)) return value.length > 0;
  return isDictionary(value) ? value.size > 0 : Boolean(value) || Number.isNaN(value);
}

/** Python's `==` of known values. */
export function equal(a: Value, b: Value): boolean {
  const [left, right] = [numberOf(a), numberOf(b)];
  if (left !== undefined && right !== undefined) return left === right;
  if (isList(a) && isList(b)) return a.length === b.length && a.every((one, i) => equal(one, b[i] as Value));
  if (!isDictionary(a) || !isDictionary(b)) return a === b;
  return a.size === b.size && [...a].every(([key, one]) => b.has(key) && equal(one, b.get(key) as Value));
}

function contains(container: Value, value: Value): boolean | undefined {
  if (isList(container)) return container.some((one) => equal(one, value));
  if (isDictionary(container) && (typeof value === "number" || typeof value === "string")) {
    return container.has(String(value));
  }
  if (typeof value !== "string") return undefined;
  return typeof container === "string" ? container.includes(value) : undefined;
}

/** Below, at or above 0 as `a` is below, at or above `b`; NaN where a number is none. */
function ordered(a: Value | undefined, b: Value | undefined): number | undefined {
  const [left, right] = [numberOf(a), numberOf(b)];
  if (left !== undefined && right !== undefined) return left === right ? 0 : left - right;
  if (typeof a === "string" && typeof b === "string") return a < b ? -1 : Number(a > b);
  if (!isList(a) || !isList(b)) return undefined;
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = ordered(a[i], b[i]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function repeated(value: Value, times: number): Outcome {
  if (!Number.isInteger(times) || (typeof value !== "string" && !isList(value))) return TYPES;
  const count = Math.max(0, times);
  if (count * value.length > LONGEST) return new Failure("a list that is too long");
  return typeof value === "string" ? value.repeat(count) : new Array<readonly Value[]>(count).fill(value).flat();
}

function short<T extends string | readonly Value[]>(made: T): T | Failure {
  return made.length > LONGEST ? new Failure("a list that is too long") : made;
}
