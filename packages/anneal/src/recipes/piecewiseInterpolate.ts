import { refuse } from "../error.ts";
import type { Fields } from "../field.ts";
import { freeze } from "../freeze.ts";
import type { Sequence } from "../kinds/sequence.ts";
import type { LevelFact, Needs, TimeFact } from "../needs.ts";
import type { Plan } from "../plan.ts";
import { gap, type Level, type Time } from "../units.ts";
import { checkOptions } from "./checkOptions.ts";

/** What {@link piecewiseInterpolate} takes. */
export interface PiecewiseInterpolateOptions<F extends Level = Level, A extends Time = Time, T extends Level = Level> {
  readonly from: F;
  readonly at: readonly A[];
  readonly to: readonly T[];
  readonly curve?: "linear" | "cosine";
}

/** The table of {@link piecewiseInterpolate}'s options. */
export const piecewiseInterpolateFields: Fields<PiecewiseInterpolateOptions> = {
  from: { type: "level", open: "last" },
  at: { type: "time", list: true },
  to: { type: "level", list: true, as: "at" },
  curve: { of: ["linear", "cosine"], default: "linear" },
};

/**
 * Goes through levels at given times, on lines or half cosines.
 *
 * Formula: `linear` or `cosine` from `to[i - 1]` at `at[i - 1]` to `to[i]` at `at[i]`, the first from `from` at 0; then
 * the last level.
 *
 * - `from`: the level at t = 0.
 * - `at`: the times of the knots, none before the one before it; two at the same time are a jump.
 * - `to`: the level at each of them, as many as `at`.
 * - `curve`: `"linear"` or `"cosine"`. Default `"linear"`.
 *
 * Throws a PlanError that names the option; the order of knots in several units is found when the plan is built.
 *
 * @example
 * ```ts
 * import { piecewiseInterpolate, schedule } from "anneal";
 * const lr = schedule(piecewiseInterpolate({ from: 0, at: [10, 20, 20], to: [1, 0.5, 0.1] }));
 * [0, 5, 10, 15, 20].map(lr); // => [0, 0.5, 1, 0.75, 0.1]
 * ```
 *
 * Source: optax 0.2.9 `piecewise_interpolate_schedule`, Ignite 0.6 `PiecewiseLinear`.
 */
export function piecewiseInterpolate<F extends Level, A extends Time = never, T extends Level = never>(
  options: PiecewiseInterpolateOptions<F, A, T>,
): Sequence & Needs<LevelFact<F> | TimeFact<A> | LevelFact<T>> {
  const { from, at, to, curve } = checkOptions<PiecewiseInterpolateOptions>(piecewiseInterpolateFields, options);
  const levels = [from, ...to];
  at.forEach((time, i) => {
    if (gap(at[i - 1], time) < 0) refuse(`at[${i}]`, `at least at[${i - 1}] (${at[i - 1]})`, time);
  });
  const parts = to.map((to, i) => ({
    plan: { kind: curve, from: levels[i], to, over: "rest" } as Plan,
    until: at[i] as Time,
  }));
  return freeze({ kind: "sequence", parts: [{ kind: "constant", value: from, over: 0 }, ...parts] });
}
