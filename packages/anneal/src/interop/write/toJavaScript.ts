import type { FactsOf } from "../../needs.ts";
import type { Plan } from "../../plan.ts";
import type { BuildOptions, RunFor } from "../../schedule.ts";
import { javaScript } from "../print/javaScript.ts";
import type { PrintOptions } from "../print/print.ts";
import type { Exported } from "./exported.ts";
import { writeCode } from "./writeCode.ts";

/**
 * Writes a plan as a JavaScript function of the step, which needs nothing else.
 *
 * - `plan`, `run`, `options.functions`: as for `formula`. Functions that it calls are looked up in a `functions` object,
 *   which the notes ask for.
 * - `options.name`: the function's name; none that the code itself uses. Default `learningRate`.
 *
 * Throws a PlanError that lists every problem of the plan and the run, or of the options.
 *
 * @example
 * ```ts
 * import { cosine } from "anneal";
 * import { toJavaScript } from "anneal/interop";
 * const { code } = toJavaScript(cosine({ from: 0.1, to: 0, over: 100 }), {});
 * code.split("\n")[3]; // => "    return (0.1 * (1 + Math.cos((Math.PI * step) / 100))) / 2;"
 * ```
 */
export function toJavaScript<P extends Plan>(
  plan: P,
  run: RunFor<FactsOf<P>>,
  options: BuildOptions & PrintOptions = {},
): Exported {
  return writeCode(plan, run, javaScript, options);
}
