import type { FactsOf } from "../../../needs.ts";
import type { Plan } from "../../../plan.ts";
import type { BuildOptions, RunFor } from "../../../schedule.ts";
import { checkOptions } from "../../checkOptions.ts";
import { shortest } from "../../print/shortest.ts";
import { type Exported, exported } from "../exported.ts";
import { checkSteps } from "../fvcore/checkSteps.ts";
import { subclass } from "../fvcore/subclass.ts";
import { type Shape, writeIdiom } from "../idiom.ts";
import { pythonModule } from "../python/module.ts";
import { solver } from "./solver.ts";

/**
 * Writes a plan for detectron2: the `SOLVER` settings of a YAML configuration, or else a `build_lr_scheduler` in Python for
 * an optimizer whose rate is the base rate.
 *
 * - `plan`, `run`, `options.functions`: as for `schedule`; the run says how many `steps` there are. Functions that the code
 *   calls are looked up in a `functions` dictionary, which the notes ask for.
 *
 * Throws a PlanError that lists every problem of the plan and the run, or of the options.
 *
 * @example
 * ```ts
 * import { warmupMultiFactor } from "anneal";
 * import { toDetectron2 } from "anneal/interop/detectron2";
 * const plan = warmupMultiFactor({ milestones: [60_000, 80_000], warmup: 1000, from: 2e-5 });
 * const { code } = toDetectron2(plan, { base: 0.02, steps: 90_000 });
 * code.split("\n").slice(2, 5); // => ["  BASE_LR: 0.02", "  GAMMA: 0.1", "  STEPS: (60000, 80000)"]
 * ```
 *
 * Source: detectron2 0.6 `build_lr_scheduler` and `LRMultiplier`.
 */
export function toDetectron2<P extends Plan>(
  plan: P,
  run: RunFor<FactsOf<P>> & { readonly steps: number },
  options: BuildOptions = {},
): Exported {
  checkOptions(options, "functions");
  checkSteps(run);
  return writeIdiom(plan, run, options, solver, multiplier);
}

/** Any plan, as what the base rate is multiplied by. */
function multiplier(shape: Shape): Exported {
  const { base, steps } = shape;
  const { own, parts } = subclass(shape, "Multiplier", base);
  const imports = [
    "from detectron2.solver import LRMultiplier",
    "from fvcore.common.param_scheduler import ParamScheduler",
  ];
  const build = `def build_lr_scheduler(optimizer):
    """For an optimizer whose lr is ${shortest(base)}: step it after every update."""
    return LRMultiplier(optimizer, multiplier=Multiplier(), max_iter=${shortest(Math.ceil(steps))})
`;
  return exported(pythonModule(imports, ...parts, build), own, [
    `expects an optimizer whose lr is ${shortest(base)}, and a step after every update`,
  ]);
}
