import type { FactsOf } from "../../needs.ts";
import type { Plan } from "../../plan.ts";
import type { BuildOptions, RunFor } from "../../schedule.ts";
import { formula } from "../formula.ts";
import { latex } from "../print/latex.ts";
import { type Exported, exported } from "./exported.ts";

/**
 * Writes a plan as an equation in LaTeX, for inside of `$$` or `equation`; it uses amsmath's `cases`.
 *
 * - `plan`, `run`, `options.functions`: as for `formula`.
 *
 * Throws a PlanError that lists every problem of the plan and the run.
 *
 * @example
 * ```ts
 * import { exponential } from "anneal";
 * import { toLatex } from "anneal/interop";
 * const { code } = toLatex(exponential({ from: 0.1, factor: 0.5, every: 10 }), {});
 * code; // => "\\eta(t) = 0.1 \\cdot 0.5^{\\frac{t}{10}}\n"
 * ```
 */
export function toLatex<P extends Plan>(plan: P, run: RunFor<FactsOf<P>>, options?: BuildOptions): Exported {
  const own = formula(plan, run, options);
  return exported(latex(own), own);
}
