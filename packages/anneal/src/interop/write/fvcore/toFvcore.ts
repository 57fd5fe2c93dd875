import type { FactsOf } from "../../../needs.ts";
import type { Plan } from "../../../plan.ts";
import type { BuildOptions, RunFor } from "../../../schedule.ts";
import { checkOptions } from "../../checkOptions.ts";
import { checkName } from "../../print/checkName.ts";
import type { PrintOptions } from "../../print/print.ts";
import { type Exported, exported } from "../exported.ts";
import { type Shape, writeIdiom } from "../idiom.ts";
import { checkFree, pythonModule } from "../python/module.ts";
import { checkSteps } from "./checkSteps.ts";
import { idioms } from "./idioms.ts";
import { subclass } from "./subclass.ts";

/**
 * Writes a plan as a parameter scheduler of fvcore, a function of the share of the run that is done: its own classes, or
 * else one that finds the step and has the plan's formula.
 *
 * - `plan`, `run`, `options.functions`: as for `schedule`; the run says how many `steps` there are. Functions that the code
 *   calls are looked up in a `functions` dictionary, which the notes ask for.
 * - `options.name`: what the scheduler is called; none that the code itself uses. Default `scheduler`.
 *
 * fvcore adds 1e-6 to that share where it looks for a change, so that its own classes are for less than 999,000 steps.
 * Throws a PlanError that lists every problem of the plan and the run, or of the options.
 *
 * @example
 * ```ts
 * import { cosine } from "anneal";
 * import { toFvcore } from "anneal/interop/fvcore";
 * const { code } = toFvcore(cosine({ from: 0.1, to: 0, over: 100 }), { steps: 100 });
 * code.split("\n")[2]; // => "scheduler = CosineParamScheduler(start_value=0.1, end_value=0.0)"
 * ```
 *
 * Source: fvcore 0.1.5 `fvcore.common.param_scheduler`.
 */
export function toFvcore<P extends Plan>(
  plan: P,
  run: RunFor<FactsOf<P>> & { readonly steps: number },
  options: BuildOptions & PrintOptions = {},
): Exported {
  checkOptions(options, "functions", "name");
  const { name = "scheduler" } = options;
  checkName(name);
  checkSteps(run);
  return writeIdiom(plan, run, options, idioms(name), (shape) => anyPlan(shape, name));
}

function anyPlan(shape: Shape, name: string): Exported {
  const { own, parts } = subclass(shape, "Scheduler");
  checkFree(name, ...parts);
  const imports = ["from fvcore.common.param_scheduler import ParamScheduler"];
  return exported(pythonModule(imports, ...parts, `${name} = Scheduler()\n`), own);
}
