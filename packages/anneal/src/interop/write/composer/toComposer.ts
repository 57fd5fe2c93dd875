import type { FactsOf } from "../../../needs.ts";
import type { Plan } from "../../../plan.ts";
import type { Run } from "../../../run.ts";
import type { BuildOptions, RunFor } from "../../../schedule.ts";
import { checkOptions } from "../../checkOptions.ts";
import { formula } from "../../formula.ts";
import { checkName } from "../../print/checkName.ts";
import { type PrintOptions, print } from "../../print/print.ts";
import { python } from "../../print/python.ts";
import { shortest } from "../../print/shortest.ts";
import { type Exported, exported } from "../exported.ts";
import { type Shape, writeIdiom } from "../idiom.ts";
import { checkFree } from "../python/module.ts";
import { idioms } from "./idioms.ts";

/**
 * Writes a plan as a scheduler for Composer's `Trainer`: one of `composer.optim` with its times in batches, or else a
 * function of the trainer's state. Either is what the optimizer's rate, the base rate, is multiplied by.
 *
 * - `plan`, `run`, `options.functions`: as for `schedule`. Functions that the code calls are looked up in a `functions`
 *   dictionary, which the notes ask for.
 * - `options.name`: what the scheduler is called; none that the code itself uses. Default `scheduler`.
 *
 * A schedule with a warm-up may not end before the run in Composer, so that it is only written where the run says how many
 * `steps` it has. Throws a PlanError that lists every problem of the plan and the run, or of the options.
 *
 * @example
 * ```ts
 * import { cosine } from "anneal";
 * import { toComposer } from "anneal/interop/composer";
 * const { code } = toComposer(cosine({ from: "1x", to: "0.1x", over: 100 }), { base: 0.1 });
 * code.split("\n")[2]; // => "scheduler = CosineAnnealingScheduler(t_max=\"100ba\", alpha_f=0.1)"
 * ```
 *
 * Source: Composer 0.32 `composer.optim.scheduler`.
 */
export function toComposer<P extends Plan>(
  plan: P,
  run: RunFor<FactsOf<P>>,
  options: BuildOptions & PrintOptions = {},
): Exported {
  checkOptions(options, "functions", "name");
  const { name = "scheduler" } = options;
  checkName(name);
  const { notes, ...written } = writeIdiom(plan, run, options, idioms(name), (shape) => ofState(shape, name));
  const { base = 1 }: Run = run ?? {};
  return {
    ...written,
    notes: [...notes, `expects an optimizer whose lr is ${shortest(base)}, and a schedule stepped every batch`],
  };
}

/** Any plan, as a function of the trainer's state. */
function ofState(shape: Shape, name: string): Exported {
  const { plan, run, functions, base } = shape;
  const own = formula(plan, run, functions && { functions });
  const rate = print(own, python);
  const code = `def ${name}(state):
    """What the optimizer's lr of ${shortest(base)} is multiplied by."""
    return learning_rate(state.timestamp.batch.value)${base === 1 ? "" : ` / ${shortest(base)}`}
`;
  checkFree(name, rate, code.slice(code.indexOf("(")));
  return exported(`${rate}\n\n${code}`, own);
}
