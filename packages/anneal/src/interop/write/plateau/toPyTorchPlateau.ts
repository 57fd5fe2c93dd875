import type { Plateau } from "../../../controllers/plateau.ts";
import type { FactsOf } from "../../../needs.ts";
import type { Plan } from "../../../plan.ts";
import type { RunFor } from "../../../schedule.ts";
import type { Exported } from "../exported.ts";
import { NAME } from "../python/makeScheduler.ts";
import { besidePlateau, plateauLR } from "../pytorch/plateau.ts";
import { type PlateauOptions, writePlateau } from "./writePlateau.ts";

/**
 * Writes a plan that a plateau scales for PyTorch: as ReduceLROnPlateau alone, or beside a scheduler that multiplies the
 * rate that it finds, such as a warm-up by LinearLR.
 *
 * - `plan`, `run`, `options.functions`: as for `schedule`.
 * - `plateau`: what `plateau` or `kerasPlateau` made, for one param group.
 * - `options.name`: what the function is called; none that the code itself uses. Default `make_scheduler`.
 *
 * Whoever trains calls `step(metric)` after every validation. It is exact where every parameter has its counterpart there, and
 * otherwise notes say what is different; with a plan that cannot be said together with it there is no code, and a note says
 * why. Throws a PlanError that lists every problem of the plan, the plateau and the run, or of the options.
 *
 * @example
 * ```ts
 * import { constant, plateau } from "anneal";
 * import { toPyTorchPlateau } from "anneal/interop/plateau";
 * const plan = constant({ value: "1x" });
 * const { code } = toPyTorchPlateau(plan, plateau({ factor: 0.5, patience: 5 }), { base: 0.1 });
 * code.split("\n")[5]; // => "    return ReduceLROnPlateau(optimizer, mode=\"min\", factor=0.5, patience=5)"
 * ```
 *
 * Source: PyTorch 2.15 `torch.optim.lr_scheduler`.
 */
export function toPyTorchPlateau<P extends Plan>(
  plan: P,
  plateau: Plateau,
  run: RunFor<FactsOf<P>>,
  options: PlateauOptions = {},
): Exported {
  const words = [plateauLR(options.name ?? NAME), besidePlateau(options.name ?? "make_schedulers")];
  return writePlateau(
    plan,
    plateau,
    run,
    options,
    words,
    "what writes this plan sets the rate anew, and undoes every cut",
  );
}
