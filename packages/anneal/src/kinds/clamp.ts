import type { Child, Kind, Plan } from "../kind.ts";
import type { FactsOf, LevelFact, Needs } from "../needs.ts";
import { piece } from "../piece.ts";
import type { Level } from "../units.ts";
import { combine } from "./combine.ts";

/** The plan that {@link clamp} makes. */
export interface Clamp {
  readonly kind: "clamp";
  readonly plan: Plan;
  readonly min?: Level;
  readonly max?: Level;
}

/**
 * Keeps a plan between two levels.
 *
 * Formula: `min(max(plan(t), min), max)`.
 *
 * - `plan`: any plan.
 * - `min`: the lowest level. Default 0.
 * - `max`: the highest level, which counts where the two contradict. Default: none.
 *
 * @example
 * ```ts
 * import { clamp, exponential, schedule } from "anneal";
 * const lr = schedule(clamp({ plan: exponential({ from: 0.1, factor: 0.5, every: 10 }), min: 0.03 }));
 * [lr(0), lr(10), lr(20)]; // => [0.1, 0.05, 0.03]
 * ```
 *
 * Source: MXNet 2.0 `FactorScheduler` with `stop_factor_lr`, optax 0.2.9 `exponential_decay` with `end_value`.
 */
export function clamp<P extends Plan, A extends Level = 0, B extends Level = never>(fields: {
  readonly plan: P;
  readonly min?: A;
  readonly max?: B;
}): Clamp & Needs<FactsOf<P> | LevelFact<A> | LevelFact<B>> {
  return Object.freeze({ kind: "clamp", ...fields });
}

/** The row of the kinds' table. */
export const clampKind: Kind<Clamp> = {
  fields: { plan: { type: "plan" }, min: { type: "level", default: 0 }, max: { type: "level", default: undefined } },
  length: ({ plan }) => plan.length(),
  compile: ({ plan, min, max = 1 / 0 }, context) => combine([plan, level(min), level(max)], context, "clamp"),
};

const level = (value: number): Child => ({ length: () => 1 / 0, compile: () => [piece(0, value)] });
