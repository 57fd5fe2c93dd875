import type { Kind, Resolved } from "../kind.ts";
import type { LevelFact, Needs, TimeFact } from "../needs.ts";
import { between, Leaf } from "../piece.ts";
import type { Level, Time } from "../units.ts";
import { type Ramp, rampFields, rampLength, rampPieces } from "./ramp.ts";

/** The plan that {@link logarithmic} makes. */
export interface Logarithmic extends Ramp {
  readonly kind: "logarithmic";
  readonly every?: Time;
}

/**
 * A logarithm of the step from one level to another, fast first, then held.
 *
 * Formula: `from + (to - from) * ln(1 + t / every) / ln(1 + over / every)` for `0 <= t < over`, then `to`.
 *
 * - `from`: the level at t = 0.
 * - `to`: the level from t = `over` on, exactly.
 * - `over`: how long it takes, a time; 0 is at `to` from the start.
 * - `inclusive`: whether the last of these steps is already at `to`, so that it takes one step less. Default false.
 * - `every`: the time that the logarithm counts in, above 0: the longer, the nearer to a line. Default 1 step.
 *
 * @example
 * ```ts
 * import { format, logarithmic, schedule } from "anneal";
 * const lr = schedule(logarithmic({ from: 0, to: 0.1, over: 3 }));
 * [lr(0), format(lr(1)), lr(3)]; // => [0, "0.05", 0.1]
 * ```
 *
 * Source: DeepSpeed 0.19 `WarmupLR` with `warmup_type` "log", whose `warmup_num_steps` is `over` + 1.
 */
export function logarithmic<F extends Level, T extends Level, O extends Time, E extends Time = number>(fields: {
  readonly from: F;
  readonly to: T;
  readonly over: O;
  readonly inclusive?: boolean;
  readonly every?: E;
}): Logarithmic & Needs<LevelFact<F> | LevelFact<T> | TimeFact<O> | TimeFact<E>> {
  return Object.freeze({ kind: "logarithmic", ...fields });
}

/** The row of the kinds' table. */
export const logarithmicKind: Kind<Logarithmic> = {
  fields: { ...rampFields, every: { type: "time", above: 0, default: 1 } },
  length: rampLength,
  compile: (fields) => rampPieces(fields, LogarithmicLeaf),
};

export class LogarithmicLeaf extends Leaf<Resolved<Logarithmic>> {
  readonly #whole = Math.log1p(this.fields.over / this.fields.every);

  at(t: number): number {
    // Where both are nothing, or both more than a number can be, it has not begun.
    const share = Math.log1p(t / this.fields.every) / this.#whole || 0;
    return between(this.fields, share, 1 - share);
  }
}
