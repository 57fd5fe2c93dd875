import { refuse } from "../../../error.ts";
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
import { asArguments, asFunction } from "./forms.ts";
import { idioms } from "./idioms.ts";

/** What {@link toHuggingFace} takes. */
export interface HuggingFaceOptions extends BuildOptions, PrintOptions {
  /** Python that makes a scheduler, or JSON of TrainingArguments. Default `"function"`. */
  readonly form?: "function" | "arguments";
}

/**
 * Writes a plan for Transformers: as a call of `get_scheduler`, or as the keys of TrainingArguments; else as a LambdaLR
 * with the plan's formula, which a Trainer takes in its `optimizers`.
 *
 * - `plan`, `run`, `options.functions`: as for `schedule`. Functions that the code calls are looked up in a `functions`
 *   dictionary, which the notes ask for.
 * - `options.name`: what the function is called; none that the code itself uses. Default `make_scheduler`.
 * - `options.form`: `"function"` (default) for Python, `"arguments"` for the JSON of TrainingArguments.
 *
 * Warm-up begins at 0 in Transformers, and its cosine rises again after the end. The optimizer has the run's base rate, or
 * 1 where it has none. Throws a PlanError that lists every problem of the plan and the run, or of the options.
 *
 * @example
 * ```ts
 * import { warmupLinear } from "anneal";
 * import { toHuggingFace } from "anneal/interop/huggingface";
 * const run = { base: 5e-5, steps: 1000 };
 * const { code } = toHuggingFace(warmupLinear({ warmup: 100 }), run, { form: "arguments" });
 * JSON.parse(code).lr_scheduler_type; // => "linear"
 * ```
 *
 * Source: Transformers 5.23 `get_scheduler`.
 */
export function toHuggingFace<P extends Plan>(
  plan: P,
  run: RunFor<FactsOf<P>>,
  options: HuggingFaceOptions = {},
): Exported {
  checkOptions(options, "functions", "name", "form");
  const { name = NAME, form = "function" } = options;
  checkName(name);
  if (form !== "function" && form !== "arguments") refuse("options.form", '"function" or "arguments"', form);
  const words = idioms(form === "function" ? asFunction(name) : asArguments);
  return writeIdiom(plan, run, options, words, (shape) => {
    const written = lambdaLR(shape, name);
    return { ...written, notes: [...written.notes, "goes to a Trainer's optimizers, beside the optimizer"] };
  });
}
