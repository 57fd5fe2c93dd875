import type { Formula } from "../formula.ts";
import { checkName } from "./checkName.ts";
import type { Dialect } from "./dialect.ts";
import { Program } from "./program.ts";

/** What {@link print} takes. */
export interface PrintOptions {
  /** The function's name: a letter or `_`, then letters, digits and `_`, up to 64. */
  readonly name?: string;
}

/** Names that mean something in one of the languages, where a variable might take them. */
const TAKEN = ["functions", "math", "bisect", "np", "jnp", "ops", "min", "max", "Math"];

/**
 * Prints a formula as a function of the step.
 *
 * - `formula`: of a plan in a run.
 * - `dialect`: `python`, `javaScript`, `numpy`, `jnp` or `kerasOps`.
 * - `options.name`: the function's name. Default `learning_rate`, in JavaScript `learningRate`.
 *
 * The code is laid out as Black or Prettier would. Throws a PlanError for a name that is none.
 *
 * @example
 * ```ts
 * import { exponential } from "anneal";
 * import { formula, print, python } from "anneal/interop";
 * const plan = exponential({ from: 0.1, factor: 0.5, every: 10, staircase: true });
 * print(formula(plan, {}), python).split("\n").at(-2); // => "    return 0.1 * 0.5 ** (step // 10)"
 * ```
 */
export function print({ expression }: Formula, dialect: Dialect, { name = dialect.name }: PrintOptions = {}): string {
  const about = "The value for the update after `step` completed ones.";
  return new Program(dialect, [...TAKEN, checkName(name)]).print(name, expression, about);
}
