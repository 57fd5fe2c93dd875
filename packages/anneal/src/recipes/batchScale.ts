import { Problems } from "../error.ts";
import { type Fields, readOptions } from "../field.ts";
import type { Plan } from "../kind.ts";
import { type Constant, constant } from "../kinds/constant.ts";
import { type Product, product } from "../kinds/product.ts";
import type { FactsOf, Needs } from "../needs.ts";

/** What {@link batchScale} takes. */
export interface BatchScaleOptions<P extends Plan = Plan> {
  readonly batch: number;
  readonly reference: number;
  readonly rule?: "linear" | "sqrt";
  readonly plan?: P;
}

/** The table of {@link batchScale}'s options. */
export const batchScaleFields: Fields<BatchScaleOptions> = {
  batch: { type: "number", above: 0 },
  reference: { type: "number", above: 0 },
  rule: { of: ["linear", "sqrt"], default: "linear" },
  plan: { type: "plan", default: undefined },
};

/**
 * Scales a plan that was tuned at one batch size to another, by a factor that stands in the plan.
 *
 * Formula: `plan(t) * batch / reference`, or times its square root.
 *
 * - `batch`: samples in one update: the batch size of all processes, times accumulation; above 0.
 * - `reference`: the number for which the plan's levels were chosen, above 0.
 * - `rule`: `"linear"` (SGD) or `"sqrt"` (Adam and its like). Default `"linear"`.
 * - `plan`: any plan. Default: the base rate, constant.
 *
 * Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import { batchScale, cosine, schedule } from "anneal";
 * const plan = batchScale({ plan: cosine({ from: "1x", to: 0, over: 100 }), batch: 2048, reference: 256 });
 * schedule(plan, { base: 0.1 })(0); // => 0.8
 * plan.factors[1]; // => { kind: "constant", value: 8 }
 * ```
 *
 * Source: Goyal et al. 2017; timm 1.0 `--lr-base-size` and `--lr-base-scale`; detectron2 0.6 `auto_scale_workers`.
 */
export function batchScale<P extends Plan = Constant & Needs<"base">>(
  options: BatchScaleOptions<P>,
): Product & Needs<FactsOf<P>> {
  const problems = new Problems();
  const { batch, reference, rule } = readOptions<BatchScaleOptions>(batchScaleFields, options, problems);
  problems.throwIfAny();
  const ratio = batch / reference;
  const factor = constant({ value: rule === "sqrt" ? Math.sqrt(ratio) : ratio });
  const scaled: Product = product(options.plan ?? constant({ value: "1x" }), factor);
  return scaled;
}
