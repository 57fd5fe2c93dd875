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
 * Writes a plan as a JavaScript module for TensorFlow.js that drives an optimizer by this library, since a number that is
 * only assigned does not reach SGD's and Momentum's own tensors.
 *
 * - `plan`, `run`, `options.functions`: as for `formula`. Functions of the user's are taken from a `functions` object.
 * - `options.name`: the name of the function that it exports; none that the module itself uses. Default `scheduleLearningRate`.
 *
 * The base rate is the optimizer's own. Throws a PlanError that lists every problem of the plan and the run.
 *
 * @example
 * ```ts
 * import { linear } from "anneal";
 * import { toTensorFlowJs } from "anneal/interop/tfjs";
 * const { code, notes } = toTensorFlowJs(linear({ from: "1x", to: 0, over: 100 }), { base: 0.1 });
 * code.split("\n")[3]; // => "const plan = { kind: \"linear\", from: \"1x\", to: 0, over: 100 };"
 * notes; // => ["the base rate is the optimizer's own, which has to be 0.1"]
 * ```
 */
export function toTensorFlowJs<P extends Plan>(
  plan: P,
  run: RunFor<FactsOf<P>>,
  options: BuildOptions & PrintOptions = {},
): Exported {
  checkOptions(options, "functions", "name");
  const { name = "scheduleLearningRate", functions } = options;
  checkName(name, USED);
  formula(plan, run, functions && { functions });
  const { base, ...facts } = run ?? {};
  const named = namedBy(plan);
  const needs = named.filter((one) => !OURS.includes(one));
  const isOurs = named.length > 0 && needs.length === 0;
  const constant = (it: string, data: unknown) => layStatement(`const ${it} = `, literal(data), ";", javaScript, "");
  const code = `import { ${isOurs ? "functions, " : ""}Scheduler } from "anneal";
import { paramGroups } from "anneal/tfjs";

${constant("plan", plan)}
${constant("run", facts)}

/** Drives the learning rate of an optimizer: call \`step()\` after each update. */
export function ${name}(optimizer) {
${named.length > 0 ? "  const options = { functions };\n" : ""}  return new Scheduler(paramGroups(optimizer), { lr: plan }, run${named.length > 0 ? ", options" : ""});
}
`;
  const notes = base === undefined ? [] : [`the base rate is the optimizer's own, which has to be ${base}`];
  return exported(code, { needs }, notes);
}

/** The names of the module itself. */
const USED = ["plan", "run", "options", "optimizer", "Scheduler", "paramGroups"];

/** The functions that come with the library. */
const OURS = ["radam", "timmNoise"];
