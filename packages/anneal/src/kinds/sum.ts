import type { Child, Kind, Plan } from "../kind.ts";
import type { Needs } from "../needs.ts";
import type { Fact } from "../units.ts";
import { combine } from "./combine.ts";

/** The plan that {@link sum} makes. */
export interface Sum {
  readonly kind: "sum";
  readonly terms: readonly Plan[];
}

/**
 * Plans added to each other.
 *
 * Formula: `terms[0](t) + terms[1](t) + ...`. It lasts as long as its first term.
 *
 * - `terms`: one plan or more. Only the first may use `"last"`.
 *
 * @example
 * ```ts
 * import { constant, exponential, schedule, sum } from "anneal";
 * const lr = schedule(sum(constant({ value: 0.01 }), exponential({ from: 0.5, factor: 0.5, every: 10 })));
 * [lr(0), lr(10)]; // => [0.51, 0.26]
 * ```
 *
 * Source: the floor under a decaying amplitude, as in PyTorch 2.15 `CyclicLR` with `exp_range`.
 */
export function sum<F extends Fact | "unknown" = "unknown">(...terms: readonly (Plan & Needs<F>)[]): Sum & Needs<F> {
  return Object.freeze({ kind: "sum", terms: Object.freeze(terms) });
}

/** The row of the kinds' table. */
export const sumKind: Kind<Sum> = {
  fields: { terms: { type: "plan", list: true, least: 1 } },
  length: ({ terms }) => (terms[0] as Child).length(),
  compile: ({ terms }, context) => combine(terms, context, "sum"),
};
