import type { FactsOf } from "../../../needs.ts";
import type { Plan } from "../../../plan.ts";
import type { BuildOptions, RunFor } from "../../../schedule.ts";
import { checkOptions } from "../../checkOptions.ts";
import { checkName } from "../../print/checkName.ts";
import type { PrintOptions } from "../../print/print.ts";
import type { Exported } from "../exported.ts";
import { writeIdiom } from "../idiom.ts";
import { customScheduler } from "./customScheduler.ts";
import { idiom } from "./idiom.ts";
import { oneCycleLR } from "./oneCycle.ts";

/**
 * Writes a plan as the `param_scheduler` of an MMEngine configuration, by updates: its own schedulers, each in a window of
 * its own, or else a registered scheduler with the plan's formula.
 *
 * - `plan`, `run`, `options.functions`: as for `schedule`. Functions that the code calls are looked up in a `functions`
 *   dictionary, which the notes ask for.
 * - `options.name`: what the list is called; none that the code itself uses. Default `param_scheduler`.
 *
 * The optimizer has the run's base rate, or 1 where it has none. Throws a PlanError that lists every problem of the plan
 * and the run, or of the options.
 *
 * @example
 * ```ts
 * import { step } from "anneal";
 * import { toMMEngine } from "anneal/interop/mmengine";
 * const { code } = toMMEngine(step({ every: 30 }), { base: 0.1 });
 * code; // => "param_scheduler = [dict(type=\"StepLR\", step_size=30, gamma=0.1, by_epoch=False)]\n"
 * ```
 *
 * Source: MMEngine 0.10 `mmengine.optim.scheduler`.
 */
export function toMMEngine<P extends Plan>(
  plan: P,
  run: RunFor<FactsOf<P>>,
  options: BuildOptions & PrintOptions = {},
): Exported {
  checkOptions(options, "functions", "name");
  const { name = "param_scheduler" } = options;
  checkName(name);
  return writeIdiom(plan, run, options, [idiom(name), oneCycleLR(name)], (shape) => customScheduler(shape, name));
}
