import type { FactsOf } from "../../../needs.ts";
import type { Plan } from "../../../plan.ts";
import type { BuildOptions, RunFor } from "../../../schedule.ts";
import { checkOptions } from "../../checkOptions.ts";
import { checkName } from "../../print/checkName.ts";
import type { PrintOptions } from "../../print/print.ts";
import type { Exported } from "../exported.ts";
import { writeIdiom } from "../idiom.ts";
import { NAME } from "../python/makeScheduler.ts";
import { lambdaLR } from "../pytorch/lambdaLR.ts";
import { blocks } from "./blocks.ts";

/**
 * Writes a plan for DeepSpeed: as the `scheduler` block of its configuration, or else as a function that makes a LambdaLR
 * with the plan's formula, for the `lr_scheduler` of `deepspeed.initialize`.
 *
 * - `plan`, `run`, `options.functions`: as for `schedule`. Functions that the code calls are looked up in a `functions`
 *   dictionary, which the notes ask for.
 * - `options.name`: what the function is called; none that the code itself uses. Default `make_scheduler`.
 *
 * DeepSpeed's warm-ups come one update late, since the first step sets what the constructor has set already: only a plan
 * that holds its first value for two updates is written as one. Throws a PlanError that lists every problem of the plan
 * and the run, or of the options.
 *
 * @example
 * ```ts
 * import { linear, shift } from "anneal";
 * import { toDeepSpeed } from "anneal/interop/deepspeed";
 * const plan = shift({ plan: linear({ from: 0, to: "1x", over: 100 }), by: -1 });
 * JSON.parse(toDeepSpeed(plan, { base: 0.001 }).code).scheduler.type; // => "WarmupLR"
 * ```
 *
 * Source: DeepSpeed 0.19 `deepspeed.runtime.lr_schedules`.
 */
export function toDeepSpeed<P extends Plan>(
  plan: P,
  run: RunFor<FactsOf<P>>,
  options: BuildOptions & PrintOptions = {},
): Exported {
  checkOptions(options, "functions", "name");
  const { name = NAME } = options;
  checkName(name);
  return writeIdiom(plan, run, options, blocks, (shape) => {
    const written = lambdaLR(shape, name);
    return { ...written, notes: [...written.notes, `goes to deepspeed.initialize(lr_scheduler=${name})`] };
  });
}
