import type { FactsOf } from "../../../needs.ts";
import type { Plan } from "../../../plan.ts";
import type { BuildOptions, RunFor } from "../../../schedule.ts";
import { checkOptions } from "../../checkOptions.ts";
import { checkName } from "../../print/checkName.ts";
import type { PrintOptions } from "../../print/print.ts";
import type { Exported } from "../exported.ts";
import { writeIdiom } from "../idiom.ts";
import { NAME } from "../python/makeScheduler.ts";
import { cyclicLR, oneCycleLR } from "./cycles.ts";
import { lambdaLR } from "./lambdaLR.ts";
import { sequentialLR } from "./sequentialLR.ts";

/**
 * Writes a plan as a function that makes the scheduler of an optimizer in PyTorch: one of its own classes, a
 * SequentialLR of several, or else a LambdaLR with the plan's formula.
 *
 * - `plan`, `run`, `options.functions`: as for `schedule`. Functions that the code calls are looked up in a `functions`
 *   dictionary, which the notes ask for.
 * - `options.name`: what the function is called; none that the code itself uses. Default `make_scheduler`.
 *
 * The optimizer has the run's base rate, or 1 where it has none, and the scheduler makes a step after every update. A
 * class is used only where it has the same values, as CosineAnnealingLR up to its end, after which it rises again. Throws
 * a PlanError that lists every problem of the plan and the run, or of the options.
 *
 * @example
 * ```ts
 * import { cosine } from "anneal";
 * import { toPyTorch } from "anneal/interop/pytorch";
 * const { code } = toPyTorch(cosine({ from: "1x", to: 0, over: 90 }), { base: 0.1, steps: 90 });
 * code.split("\n")[5]; // => "    return CosineAnnealingLR(optimizer, T_max=90)"
 * ```
 *
 * Source: PyTorch 2.15 `torch.optim.lr_scheduler`.
 */
export function toPyTorch<P extends Plan>(
  plan: P,
  run: RunFor<FactsOf<P>>,
  options: BuildOptions & PrintOptions = {},
): Exported {
  checkOptions(options, "functions", "name");
  const { name = NAME } = options;
  checkName(name);
  const idioms = [oneCycleLR(name), cyclicLR(name), sequentialLR(name)];
  return writeIdiom(plan, run, options, idioms, (shape) => lambdaLR(shape, name));
}
