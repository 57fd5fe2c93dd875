import type { Kind, Resolved } from "../kind.ts";
import type { LevelFact, Needs, TimeFact } from "../needs.ts";
import { Leaf } from "../piece.ts";
import type { Level, Time } from "../units.ts";
import { type Ramp, rampFields, rampLength, rampPieces } from "./ramp.ts";

/** The plan that {@link linear} makes. */
export interface Linear extends Ramp {
  readonly kind: "linear";
}

/**
 * A straight line from one level to another, then held.
 *
 * Formula: `from + (to - from) * t / over` for `0 <= t < over`, then `to`.
 *
 * - `from`: the level at t = 0.
 * - `to`: the level from t = `over` on, exactly.
 * - `over`: how long it takes, a time; 0 is at `to` from the start.
 * - `inclusive`: whether the last of these steps is already at `to`, so that it takes one step less. Default false.
 *
 * @example
 * ```ts
 * import { linear, schedule } from "anneal";
 * const lr = schedule(linear({ from: 0.001, to: 0.01, over: 10 }));
 * [lr(0), lr(5), lr(10), lr(99)]; // => [0.001, 0.0055, 0.01, 0.01]
 * ```
 *
 * Source: PyTorch 2.15 `LinearLR`, optax 0.2.9 `linear_schedule`.
 */
export function linear<F extends Level, T extends Level, O extends Time>(fields: {
  readonly from: F;
  readonly to: T;
  readonly over: O;
  readonly inclusive?: boolean;
}): Linear & Needs<LevelFact<F> | LevelFact<T> | TimeFact<O>> {
  return Object.freeze({ kind: "linear", ...fields });
}

/** The row of the kinds' table. */
export const linearKind: Kind<Linear> = {
  fields: rampFields,
  length: rampLength,
  compile: (fields) => rampPieces(fields, LinearLeaf),
};

/** Measured from the nearer end, so that both ends are exact and the error is relative to the nearer level. */
export class LinearLeaf extends Leaf<Resolved<Linear>> {
  // Numbers of its own are read faster than those of its fields, which is what most of a line's time goes into.
  readonly #from = this.fields.from;
  readonly #to = this.fields.to;
  readonly #over = this.fields.over;

  at(t: number): number {
    const from = this.#from;
    const to = this.#to;
    const over = this.#over;
    return t + t < over ? from + (to - from) * (t / over) : to + (from - to) * ((over - t) / over);
  }
}
