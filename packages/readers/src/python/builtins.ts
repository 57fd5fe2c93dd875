import { pythonFloat, pythonInt } from "../notations/pythonNumber.ts";
import { isDictionary, isList, type List, type Value } from "../value.ts";
import { Failure, type Outcome } from "./derived.ts";
import { numberOf, round } from "./number.ts";
import { binary, compare, LONGEST, truth } from "./operators.ts";

/** A function of Python's that is computed when its arguments are known. */
export type Builtin = (...values: readonly Value[]) => Outcome;

/** What calls give that are not read. */
export const NOT_READ: Failure = new Failure("a call that is not read");

/** A function of so many numbers; one that is left out is undefined. */
export function numeric(least: number, most: number, compute: (x: number, y: number, z: number) => Outcome): Builtin {
  return (...values) => {
    const numbers = values.map(numberOf);
    if (numbers.length < least || numbers.length > most || numbers.includes(undefined)) return NOT_READ;
    const [x, y, z] = numbers as [number, number, number];
    const outcome = compute(x, y, z);
    const strange = Number.isNaN(outcome) && !numbers.some(Number.isNaN);
    return strange ? new Failure("a number that there is none of") : outcome;
  };
}

/** A function from a finite number to a whole one. */
export function toWhole(compute: (x: number) => number): Builtin {
  // A zero loses its sign, since Python's whole numbers have none.
  return numeric(1, 1, (x) => (Number.isFinite(x) ? compute(x) + 0 : new Failure("an infinite whole number")));
}

/** The least or the greatest: of a list, or of the arguments. */
export function extreme(operator: "<" | ">"): Builtin {
  return (...values) => {
    const items = values.length === 1 ? values[0] : values;
    if (!isList(items) || items.length === 0) return NOT_READ;
    return items.reduce<Outcome>((best, item) => {
      if (best instanceof Failure) return best;
      const better = compare(operator, item, best);
      return better instanceof Failure ? better : better === true ? item : best;
    }, items[0] as Value);
  };
}

const range: Builtin = numeric(1, 3, (x, y, z) => {
  const [from, to, step] = y === undefined ? [0, x, 1] : [x, y, z ?? 1];
  if (![from, to, step].every(Number.isInteger) || step === 0) return NOT_READ;
  const count = Math.max(0, Math.ceil((to - from) / step));
  if (count > LONGEST) return new Failure("a list that is too long");
  return Array.from({ length: count }, (_, i) => from + i * step);
});

const list: Builtin = (value = []) => (isList(value) ? value : isDictionary(value) ? [...value.keys()] : NOT_READ);

const sum: Builtin = (items, from = 0) => {
  if (!isList(items)) return NOT_READ;
  return items.reduce<Outcome>((total, item) => (total instanceof Failure ? total : binary("+", total, item)), from);
};

const sorted: Builtin = (items) => {
  const numbers = isList(items) ? items.map(numberOf) : [undefined];
  return numbers.includes(undefined) ? NOT_READ : (numbers as number[]).sort((a, b) => a - b);
};

const length: Builtin = (value) => {
  if (isList(value) || typeof value === "string") return value.length;
  return isDictionary(value) ? value.size : NOT_READ;
};

const rounded: Builtin = (x = null, digits = null) =>
  digits === null ? toWhole(round)(x) : numeric(2, 2, round)(x, digits);

const enumerate: Builtin = (items, from = 0) =>
  isList(items) && typeof from === "number" ? items.map((item, i) => [from + i, item]) : NOT_READ;

const zip: Builtin = (...lists) => {
  if (lists.length === 0 || !lists.every(isList)) return NOT_READ;
  const least = Math.min(...lists.map((one) => (one as List).length));
  return Array.from({ length: least }, (_, i) => lists.map((one) => (one as List)[i] as Value));
};

/** Python's own functions. */
export const builtins: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
  ["int", (value = 0) => (typeof value === "string" ? (pythonInt(value) ?? NOT_READ) : toWhole(Math.trunc)(value))],
  [
    "float",
    (value = 0) => (typeof value === "string" ? (pythonFloat(value) ?? NOT_READ) : numeric(1, 1, (x) => x)(value)),
  ],
  ["bool", (value = false) => truth(value)],
  ["str", (value) => (typeof value === "string" ? value : NOT_READ)],
  ["round", rounded],
  ["abs", numeric(1, 1, Math.abs)],
  ["pow", numeric(2, 2, (x, y) => binary("**", x, y))],
  ["min", extreme("<")],
  ["max", extreme(">")],
  ["sum", sum],
  ["len", length],
  ["list", list],
  ["tuple", list],
  ["sorted", sorted],
  ["reversed", (items) => (isList(items) ? [...items].reverse() : NOT_READ)],
  ["enumerate", enumerate],
  ["zip", zip],
  ["range", range],
  ["xrange", range],
]);
