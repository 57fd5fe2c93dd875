import type { Plateau } from "../../../controllers/plateau.ts";
import type { FactsOf } from "../../../needs.ts";
import type { Plan } from "../../../plan.ts";
import type { RunFor } from "../../../schedule.ts";
import type { Exported } from "../exported.ts";
import { NAME } from "../python/makeScheduler.ts";
import { plateau as words } from "../timm/plateau.ts";
import { type PlateauOptions, writePlateau } from "./writePlateau.ts";

/**
 * Writes a base rate that a plateau scales, after a linear warm-up or without one, for timm: as its PlateauLRScheduler,
 * which counts epochs.
 *
 * - `plan`, `run`, `options.functions`: as for `schedule`.
 * - `plateau`: what `plateau` or `kerasPlateau` made, for one param group.
 * - `options.name`: what the function is called; none that the code itself uses. Default `make_scheduler`.
 *
 * Whoever trains calls `step(t, metric)` after epoch t. It is exact where every parameter has its counterpart there, and
 * otherwise notes say what is different; with a plan that cannot be said together with it there is no code, and a note says
 * why. Throws a PlanError that lists every problem of the plan, the plateau and the run, or of the options.
 *
 * @example
 * ```ts
 * import { constant, plateau } from "anneal";
 * import { toTimmPlateau } from "anneal/interop/plateau";
 * const plan = constant({ value: "1x" });
 * const { code } = toTimmPlateau(plan, plateau({ factor: 0.5, patience: 5 }), { base: 0.1 });
 * code.includes("patience_t=5"); // => true
 * ```
 *
 * Source: timm 1.0 `timm.scheduler`.
 */
export function toTimmPlateau<P extends Plan>(
  plan: P,
  plateau: Plateau,
  run: RunFor<FactsOf<P>>,
  options: PlateauOptions = {},
): Exported {
  const held = "timm's plateau cuts a rate that is held, after a warm-up or without one";
  return writePlateau(plan, plateau, run, options, [words(options.name ?? NAME)], held);
}
