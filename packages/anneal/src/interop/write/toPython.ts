import type { FactsOf } from "../../needs.ts";
import type { Plan } from "../../plan.ts";
import type { BuildOptions, RunFor } from "../../schedule.ts";
import type { PrintOptions } from "../print/print.ts";
import { python } from "../print/python.ts";
import type { Exported } from "./exported.ts";
import { writeCode } from "./writeCode.ts";

/**
 * Writes a plan as a Python function of the step, which needs nothing but Python's `math` and `bisect`.
 *
 * - `plan`, `run`, `options.functions`: as for `formula`. Functions that it calls are looked up in a `functions`
 *   dictionary, which the notes ask for.
 * - `options.name`: the function's name; none that the code itself uses. Default `learning_rate`.
 *
 * Throws a PlanError that lists every problem of the plan and the run, or of the options.
 *
 * @example
 * ```ts
 * import { multiStep } from "anneal";
 * import { toPython } from "anneal/interop";
 * const { code, exact } = toPython(multiStep({ milestones: [30, 60] }), { base: 0.1 });
 * exact; // => true
 * code.split("\n").slice(2, 5); // => ["    if step < 30:", "        return 0.1", "    if step < 60:"]
 * ```
 */
export function toPython<P extends Plan>(
  plan: P,
  run: RunFor<FactsOf<P>>,
  options: BuildOptions & PrintOptions = {},
): Exported {
  return writeCode(plan, run, python, options);
}
