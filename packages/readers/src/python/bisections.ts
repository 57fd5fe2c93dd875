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

/** The functions of Python's `bisect`, by their full names. */
export const bisections: ReadonlyMap<string, Builtin> = new Map([
  ["bisect.bisect", right],
  ["bisect.bisect_right", right],
  ["bisect.bisect_left", bisection((one, x) => one < x)],
]);
