import { refuse } from "../../error.ts";
import { checkOptions } from "../checkOptions.ts";
import type { Formula } from "../formula.ts";
import { checkName, USED } from "./checkName.ts";
import type { Dialect } from "./dialect.ts";
import { Program } from "./program.ts";
import { readFormula } from "./readFormula.ts";

/** What {@link print} takes. */
export interface PrintOptions {
  /** The function's name: a letter or `_`, then letters, digits and `_`, up to 64; none that the code uses. */
  readonly name?: string;
}

/**
 * Prints a formula as a function of the step.
 *
 * - `formula`: of a plan in a run, as it was made or out of JSON.
 * - `dialect`: `python`, `javaScript`, `numpy`, `jnp` or `kerasOps`.
 * - `options.name`: the function's name. Default `learning_rate`, in JavaScript `learningRate`.
 *
 * The code is laid out as Black or Prettier would. Throws a PlanError that lists what is wrong
 * with the formula, or for a name that is none or that the code itself uses.
 *
 * @example
 * ```ts
 * import { exponential } from "anneal";
 * import { formula, print, python } from "anneal/interop";
 * const plan = exponential({ from: 0.1, factor: 0.5, every: 10, staircase: true });
 * print(formula(plan, {}), python).split("\n").at(-2); // => "    return 0.1 * 0.5 ** (step // 10)"
 * ```
 */
export function print(formula: Formula, dialect: Dialect, options: PrintOptions = {}): string {
  if (typeof dialect?.open !== "function") refuse("dialect", "a dialect, such as python", dialect);
  checkOptions(options, "name");
  const { name = dialect.name } = options;
  const taken = [...USED, checkName(name)];
  const about = "The value for the update after `step` completed ones.";
  return new Program(dialect, taken).print(name, readFormula(formula), about);
}
