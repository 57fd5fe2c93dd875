import { isList, type List } from "../value.ts";
import { type Builtin, NOT_READ } from "./builtins.ts";
import { numberOf } from "./number.ts";

const read: WeakMap<List, readonly number[]> = new WeakMap();

/** The numbers of a list, which a function looks in for each of its values; none where it has anything else. */
function numbersOf(list: List): readonly number[] | undefined {
  const known = read.get(list);
  if (known) return known;
  const numbers = list.map(numberOf);
  if (numbers.includes(undefined)) return undefined;
  read.set(list, numbers as number[]);
  return numbers as number[];
}

/** Where a number belongs among rising ones: after those that are less, or also after its equals. */
const bisection =
  (isBefore: (one: number, x: number) => boolean): Builtin =>
  (items, value = null, ...more) => {
    const x = numberOf(value);
    const numbers = isList(items) ? numbersOf(items) : undefined;
    if (more.length > 0 || x === undefined || !numbers) return NOT_READ;
    let [low, high] = [0, numbers.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(numbers[middle] as number, x)) low = middle + 1;
      else high = middle;
    }
    return low;
  };

const right: Builtin = bisection((one, x) => one <= x);
const left: Builtin = bisection((one, x) => one < x);

/** The functions of Python's `bisect`, by their full names. */
const bisect: ReadonlyMap<string, Builtin> = new Map([
  ["bisect.bisect", right],
  ["bisect.bisect_right", right],
  ["bisect.bisect_left", left],
]);

const ARRAYS = /^(?:np|numpy|jnp|jax\.numpy|keras\.ops)\.searchsorted$/;

/** Where a number belongs among rising ones, by Python's `bisect` or by NumPy's and its likes' `searchsorted`. */
export function bisectionOf(path: string, named: ReadonlyMap<string, unknown>): Builtin | undefined {
  if (named.size === 0) return bisect.get(path) ?? (ARRAYS.test(path) ? left : undefined);
  if (named.size > 1 || !ARRAYS.test(path)) return undefined;
  const side = named.get("side");
  return side === "right" ? right : side === "left" ? left : undefined;
}
