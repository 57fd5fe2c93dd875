import type { FactsOf } from "../../../needs.ts";
import type { Plan } from "../../../plan.ts";
import type { BuildOptions, RunFor } from "../../../schedule.ts";
import { checkOptions } from "../../checkOptions.ts";
import { kindOf } from "../../formulas.ts";
import { shortest } from "../../print/shortest.ts";
import type { Exported } from "../exported.ts";
import { type Shape, writeIdiom } from "../idiom.ts";
import { stretches } from "../stretches.ts";
import { flags } from "./flags.ts";

/**
 * Writes a plan as the flags of Megatron-LM, counted in iterations. Nothing else can be said there: what has no flag is
 * not exact, has no code, and the notes say what it is.
 *
 * - `plan`, `run`, `options.functions`: as for `schedule`.
 *
 * Throws a PlanError that lists every problem of the plan and the run, or of the options.
 *
 * @example
 * ```ts
 * import { warmupCosine } from "anneal";
 * import { toMegatron } from "anneal/interop/megatron";
 * const { code } = toMegatron(warmupCosine({ warmup: 10, over: 90, to: 0.01 }), { base: 0.1 });
 * code.split(" \\\n").slice(2); // => ["--lr-warmup-iters 10", "--lr-decay-style cosine", "--lr-decay-iters 100\n"]
 * ```
 *
 * Source: Megatron-LM 0.16 `OptimizerParamScheduler`.
 */
export function toMegatron<P extends Plan>(plan: P, run: RunFor<FactsOf<P>>, options: BuildOptions = {}): Exported {
  checkOptions(options, "functions");
  return writeIdiom(plan, run, options, flags, refused);
}

/** What there is no flag for. */
function refused(shape: Shape): Exported {
  const all = stretches(shape);
  const named = all.slice(0, MOST).map(({ start, value, leaf }) => {
    return `from step ${shortest(start)} ${leaf ? `a ${kindOf(leaf)} curve` : shortest(value)}`;
  });
  const rest = all.length > MOST ? `, and ${all.length - MOST} more` : "";
  return { code: "", exact: false, notes: [NOTE, `this is ${named.join(", ")}${rest}`] };
}

const MOST = 6;
const NOTE =
  "Megatron-LM has flags for a linear warm-up to the highest rate and one decay after it: constant, linear, cosine, inverse-square-root (after a warm-up) or WSD, with lengths in whole iterations";
