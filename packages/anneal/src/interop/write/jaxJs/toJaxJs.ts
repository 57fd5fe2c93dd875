import type { FactsOf } from "../../../needs.ts";
import type { Plan } from "../../../plan.ts";
import type { BuildOptions, RunFor } from "../../../schedule.ts";
import { checkOptions } from "../../checkOptions.ts";
import { formula } from "../../formula.ts";
import { checkName } from "../../print/checkName.ts";
import { layStatement } from "../../print/doc.ts";
import { javaScript } from "../../print/javaScript.ts";
import { literal } from "../../print/literal.ts";
import type { PrintOptions } from "../../print/print.ts";
import { type Exported, exported } from "../exported.ts";
import { namedBy } from "../namedBy.ts";

/**
 * Writes a plan as a JavaScript module for jax-js: a function of the step on arrays, by `anneal/jax`, also for inside of
 * `jit`.
 *
 * - `plan`, `run`, `options.functions`: as for `schedule`. Functions of the user's are taken from a `functions` object, and
 *   the same ones on arrays from an `arrays` object, which the notes ask for.
 * - `options.name`: the name of the function that it exports; none that the module itself uses. Default `learningRate`.
 *
 * jax-js computes in float32, so that exact is to 1e-6. Throws a PlanError that lists every problem of the plan and the
 * run, or of the options.
 *
 * @example
 * ```ts
 * import { linear } from "anneal";
 * import { toJaxJs } from "anneal/interop/jax-js";
 * const { code } = toJaxJs(linear({ from: "1x", to: 0, over: 100 }), { base: 0.1 });
 * code.split("\n")[3]; // => "const plan = { kind: \"linear\", from: \"1x\", to: 0, over: 100 };"
 * ```
 *
 * Source: jax-js 0.1.25, `traced` of `anneal/jax`.
 */
export function toJaxJs<P extends Plan>(
  plan: P,
  run: RunFor<FactsOf<P>>,
  options: BuildOptions & PrintOptions = {},
): Exported {
  checkOptions(options, "functions", "name");
  const { name = "learningRate", functions } = options;
  checkName(name, ["plan", "run", "numpy", "traced", "arrays"]);
  formula(plan, run, functions && { functions });
  const constant = (it: string, data: unknown) => layStatement(`const ${it} = `, literal(data), ";", javaScript, "");
  const needs = namedBy(plan);
  const more = needs.length > 0 ? ", { functions, traced: arrays }" : "";
  const code = `import { numpy } from "@jax-js/jax";
import { traced } from "anneal/jax";

${constant("plan", plan)}
${constant("run", run ?? {})}

/** The rates for the updates after so many completed ones, which are an array; it is consumed. */
export const ${name} = traced(plan, run, numpy${more});
`;
  const arrays = needs.map((one) => `needs the function arrays[${JSON.stringify(one)}](t, args), the same on arrays`);
  return exported(code, { needs }, [...arrays, "jax-js computes it in float32, to 1e-6"]);
}
