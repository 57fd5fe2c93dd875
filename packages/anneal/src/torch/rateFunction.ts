import { type Problems, refuse } from "../error.ts";
import { FROM_ZERO, misfit, type Walk } from "../field.ts";

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
export function checked<A extends readonly unknown[]>(
  call: (t: number, ...args: A) => number,
  name: string,
): (t: number, ...args: A) => number {
  return (t, ...args) => {
    const value: unknown = call(t, ...args);
    const expected = misfit(FROM_ZERO, value);
    return expected ? refuse(`${name}(${t})`, expected, value) : (value as number);
  };
}
