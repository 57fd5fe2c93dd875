import type { Plateau } from "../../../controllers/plateau.ts";
import { refuse } from "../../../error.ts";
import type { FactsOf } from "../../../needs.ts";
import type { Plan } from "../../../plan.ts";
import type { RunFor } from "../../../schedule.ts";
import type { Exported } from "../exported.ts";
import { asArguments, asFunction } from "../huggingFace/forms.ts";
import { plateau as words } from "../huggingFace/plateau.ts";
import { NAME } from "../python/makeScheduler.ts";
import { type PlateauOptions, writePlateau } from "./writePlateau.ts";

/** What {@link toHuggingFacePlateau} takes. */
export interface HuggingFacePlateauOptions extends PlateauOptions {
  /** Python that makes a scheduler, or JSON of TrainingArguments. Default `"function"`. */
  readonly form?: "function" | "arguments";
}

/**
 * Writes a base rate that a plateau scales for Transformers: as a call of `get_scheduler`, or as the keys of
 * TrainingArguments.
 *
 * - `plan`, `run`, `options.functions`: as for `schedule`.
 * - `plateau`: what `plateau` or `kerasPlateau` made, for one param group.
 * - `options.name`: what the function is called; none that the code itself uses. Default `make_scheduler`.
 * - `options.form`: `"function"` (default) for Python, `"arguments"` for the JSON of TrainingArguments.
 *
 * A Trainer calls `step(metric)` after every evaluation. It is exact where every parameter has its counterpart there, and
 * otherwise notes say what is different; with a plan that cannot be said together with it there is no code, and a note says
 * why. Throws a PlanError that lists every problem of the plan, the plateau and the run, or of the options.
 *
 * @example
 * ```ts
 * import { constant, plateau } from "anneal";
 * import { toHuggingFacePlateau } from "anneal/interop/plateau";
 * const plan = constant({ value: "1x" });
 * const { code } = toHuggingFacePlateau(plan, plateau({ factor: 0.5, patience: 5 }), { base: 0.1 });
 * code.includes('"reduce_lr_on_plateau"'); // => true
 * ```
 *
 * Source: Transformers 5.23 `get_scheduler`.
 */
export function toHuggingFacePlateau<P extends Plan>(
  plan: P,
  plateau: Plateau,
  run: RunFor<FactsOf<P>>,
  options: HuggingFacePlateauOptions = {},
): Exported {
  const { name = NAME, form = "function" } = Object(options) as HuggingFacePlateauOptions;
  if (form !== "function" && form !== "arguments") refuse("options.form", '"function" or "arguments"', form);
  const own = words(form === "function" ? asFunction(name) : asArguments);
  return writePlateau(plan, plateau, run, options, [own], "Transformers has no schedule that does both", ["form"]);
}
