import type { Child, Kind, Plan } from "../kind.ts";
import type { Needs } from "../needs.ts";
import type { Fact } from "../units.ts";
import { combine } from "./combine.ts";

/** The plan that {@link product} makes. */
export interface Product {
  readonly kind: "product";
  readonly factors: readonly Plan[];
}

/**
 * Plans multiplied with each other: a level, and factors that are plain numbers.
 *
 * Formula: `factors[0](t) * factors[1](t) * ...`. It lasts as long as its first factor.
 *
 * - `factors`: one plan or more. Only the first may use levels relative to the base (`"0.1x"`) and `"last"`.
 *
 * @example
 * ```ts
 * import { cosine, linear, product, schedule } from "anneal";
 * const warmup = linear({ from: 0, to: 1, over: 5 });
 * const lr = schedule(product(cosine({ from: "1x", to: 0, over: 100 }), warmup), { base: 0.1 });
 * [lr(0), lr(50), lr(100)].map((rate) => +rate.toFixed(9)); // => [0, 0.05, 0]
 * ```
 *
 * Source: PyTorch 2.15 `ChainedScheduler`, Composer's lists of schedulers, pytorch_warmup's dampening.
 */
export function product<F extends Fact | "unknown" = "unknown">(
  ...factors: readonly (Plan & Needs<F>)[]
): Product & Needs<F> {
  return Object.freeze({ kind: "product", factors: Object.freeze(factors) });
}

/** The row of the kinds' table. */
export const productKind: Kind<Product> = {
  fields: { factors: { type: "plan", list: true, least: 1, plain: true } },
  length: ({ factors }) => (factors[0] as Child).length(),
  compile: ({ factors }, context) => combine(factors, context, "product"),
};
