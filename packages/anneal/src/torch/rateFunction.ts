import { type Problems, refuse } from "../error.ts";
import { accepts, expectation, FROM_ZERO, type Walk } from "../field.ts";
import type { CustomFunction } from "../kind.ts";

/** A user's function of the epoch. */
export type RateFunction = (epoch: number) => number;

/** Reads options that are functions. */
export function functionReader(problems: Problems): Pick<Walk, "child"> {
  return {
    child: (_, value, path) => (typeof value === "function" ? value : problems.add(path, "a function", value)),
  };
}

/** The names that plans have for functions: the option's own, or for a list one for each entry. */
export function nameOf(option: string, given: unknown, i: number): string {
  return Array.isArray(given) ? `${option}[${i}]` : option;
}

/** A function that refuses to return anything but a finite number from 0. */
export function checked(call: CustomFunction, name: string): CustomFunction {
  return (t, args) => {
    // Where a part of a sequence never ends, its value there is asked for.
    if (t === 1 / 0) return 0;
    const value: unknown = call(t, args);
    return accepts(FROM_ZERO, value) ? (value as number) : refuse(`${name}(${t})`, expectation(FROM_ZERO), value);
  };
}
