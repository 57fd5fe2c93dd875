import type { FactsOf } from "../../../needs.ts";
import type { Plan } from "../../../plan.ts";
import type { BuildOptions, RunFor } from "../../../schedule.ts";
import { checkOptions } from "../../checkOptions.ts";
import { checkName } from "../../print/checkName.ts";
import type { PrintOptions } from "../../print/print.ts";
import type { Exported } from "../exported.ts";
import { writeIdiom } from "../idiom.ts";
import { NAME } from "../python/makeScheduler.ts";
import { idioms } from "./idioms.ts";
import { scheduler } from "./scheduler.ts";

/**
 * Writes a plan as a function that makes a scheduler of timm, which counts updates: one of its own classes, or else a
 * subclass of its `Scheduler` with the plan's formula.
 *
 * - `plan`, `run`, `options.functions`: as for `schedule`. Functions that the code calls are looked up in a `functions`
 *   dictionary, which the notes ask for.
 * - `options.name`: what the function is called; none that the code itself uses. Default `make_scheduler`.
 *
 * The optimizer has the run's base rate, or 1 where it has none; `step_update(t)` comes after update t. Throws a PlanError
 * that lists every problem of the plan and the run, or of the options.
 *
 * @example
 * ```ts
 * import { cosine } from "anneal";
 * import { toTimm } from "anneal/interop/timm";
 * const { code } = toTimm(cosine({ from: "1x", to: 0, over: 90 }), { base: 0.1 });
 * code.split("\n")[5]; // => "    return CosineLRScheduler(optimizer, t_initial=90, t_in_epochs=False)"
 * ```
 *
 * Source: timm 1.0 `timm.scheduler`.
 */
export function toTimm<P extends Plan>(
  plan: P,
  run: RunFor<FactsOf<P>>,
  options: BuildOptions & PrintOptions = {},
): Exported {
  checkOptions(options, "functions", "name");
  const { name = NAME } = options;
  checkName(name);
  return writeIdiom(plan, run, options, idioms(name), (shape) => scheduler(shape, name));
}
