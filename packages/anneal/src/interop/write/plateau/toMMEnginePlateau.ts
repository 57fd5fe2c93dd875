import type { Plateau } from "../../../controllers/plateau.ts";
import type { FactsOf } from "../../../needs.ts";
import type { Plan } from "../../../plan.ts";
import type { RunFor } from "../../../schedule.ts";
import type { Exported } from "../exported.ts";
import { plateau as words } from "../mmEngine/plateau.ts";
import { type PlateauOptions, writePlateau } from "./writePlateau.ts";

/**
 * Writes a plan that a plateau scales as the `param_scheduler` of an MMEngine configuration: its own schedulers, and then
 * ReduceOnPlateauLR.
 *
 * - `plan`, `run`, `options.functions`: as for `schedule`.
 * - `plateau`: what `plateau` or `kerasPlateau` made, for one param group.
 * - `options.name`: what the list is called; none that the code itself uses. Default `param_scheduler`.
 *
 * The runner gives it the metrics of every validation. It is exact where every parameter has its counterpart there, and
 * otherwise notes say what is different; with a plan that cannot be said together with it there is no code, and a note says
 * why. Throws a PlanError that lists every problem of the plan, the plateau and the run, or of the options.
 *
 * @example
 * ```ts
 * import { constant, plateau } from "anneal";
 * import { toMMEnginePlateau } from "anneal/interop/plateau";
 * const plan = constant({ value: "1x" });
 * const { code } = toMMEnginePlateau(plan, plateau({ factor: 0.5, patience: 5 }), { base: 0.1 });
 * code.includes("ReduceOnPlateauLR"); // => true
 * ```
 *
 * Source: MMEngine 0.10 `mmengine.optim.scheduler`.
 */
export function toMMEnginePlateau<P extends Plan>(
  plan: P,
  plateau: Plateau,
  run: RunFor<FactsOf<P>>,
  options: PlateauOptions = {},
): Exported {
  const own = words(options.name ?? "param_scheduler");
  return writePlateau(
    plan,
    plateau,
    run,
    options,
    [own],
    "what writes this plan sets the rate anew, and undoes every cut",
  );
}
