import type { Plateau } from "../../../controllers/plateau.ts";
import type { FactsOf } from "../../../needs.ts";
import type { Plan } from "../../../plan.ts";
import type { RunFor } from "../../../schedule.ts";
import type { Exported } from "../exported.ts";
import { plateau as words } from "../keras/plateau.ts";
import { type PlateauOptions, writePlateau } from "./writePlateau.ts";

/**
 * Writes a base rate that a plateau scales for Keras: as the callback ReduceLROnPlateau, which counts one bad epoch less
 * and knows amounts alone to beat the best by.
 *
 * - `plan`, `run`, `options.functions`: as for `schedule`.
 * - `plateau`: what `plateau` or `kerasPlateau` made, for one param group.
 * - `options.name`: what the callback is called; none that the code itself uses. Default `reduce_lr`.
 *
 * It goes to the callbacks of `fit`. It is exact where every parameter has its counterpart there, and
 * otherwise notes say what is different; with a plan that cannot be said together with it there is no code, and a note says
 * why. Throws a PlanError that lists every problem of the plan, the plateau and the run, or of the options.
 *
 * @example
 * ```ts
 * import { constant, plateau } from "anneal";
 * import { toKerasPlateau } from "anneal/interop/plateau";
 * const plan = constant({ value: "1x" });
 * const { code } = toKerasPlateau(plan, plateau({ factor: 0.5, patience: 5 }), { base: 0.1 });
 * code.includes("patience=6"); // => true
 * ```
 *
 * Source: Keras 3.15 `callbacks.ReduceLROnPlateau`.
 */
export function toKerasPlateau<P extends Plan>(
  plan: P,
  plateau: Plateau,
  run: RunFor<FactsOf<P>>,
  options: PlateauOptions = {},
): Exported {
  const own = words(options.name ?? "reduce_lr");
  return writePlateau(
    plan,
    plateau,
    run,
    options,
    [own],
    "Keras's callback cuts a rate that is a number, and no schedule",
  );
}
