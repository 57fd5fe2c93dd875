import { isList } from "../value.ts";
import { type Builtin, NOT_READ } from "./builtins.ts";
import { numberOf } from "./number.ts";

/** Where a number belongs among rising ones: after those that are less, or also after its equals. */
const bisection =
  (isBefore: (one: number, x: number) => boolean): Builtin =>
  (items, value = null, ...more) => {
    const x = numberOf(value);
    const numbers = isList(items) ? items.map(numberOf) : [undefined];
    if (more.length > 0 || x === undefined || numbers.includes(undefined)) return NOT_READ;
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
