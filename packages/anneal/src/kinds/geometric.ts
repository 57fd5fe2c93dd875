import type { Kind, Resolved } from "../kind.ts";
import type { LevelFact, Needs, TimeFact } from "../needs.ts";
import { Leaf } from "../piece.ts";
import type { Level, Time } from "../units.ts";
import { type Ramp, rampFields, rampPieces } from "./ramp.ts";

/** The plan that {@link geometric} makes. */
export interface Geometric extends Ramp {
  readonly kind: "geometric";
}

/**
 * From one level to another by equal ratios (a straight line on a logarithmic scale), then held.
 *
 * Formula: `from * (to / from) ** (t / over)` for `0 <= t < over`, then `to`.
 *
 * - `from`: the level at t = 0, above 0.
 * - `to`: the level from t = `over` on, exactly; above 0.
 * - `over`: how long it takes, a time; 0 is at `to` from the start.
 *
 * @example
 * ```ts
 * import { format, geometric, schedule } from "anneal";
 * const lr = schedule(geometric({ from: 0.0001, to: 0.01, over: 4 }));
 * [lr(0), format(lr(2)), lr(4)]; // => [0.0001, "0.001", 0.01]
 * ```
 *
 * Source: the "exponential" warm-up, and the ramp of learning-rate range tests (Smith 2017).
 */
export function geometric<F extends Level, T extends Level, O extends Time>(fields: {
  readonly from: F;
  readonly to: T;
  readonly over: O;
}): Geometric & Needs<LevelFact<F> | LevelFact<T> | TimeFact<O>> {
  return Object.freeze({ kind: "geometric", ...fields });
}

const POSITIVE = { type: "level", open: true, positive: true } as const;

/** The row of the kinds' table. */
export const geometricKind: Kind<Geometric> = {
  fields: { from: POSITIVE, to: POSITIVE, over: rampFields.over },
  compile: (fields) => rampPieces(fields, new GeometricLeaf(fields)),
};

/** `from * (to / from) ** share`, written so that nothing overflows between the ends. */
class GeometricLeaf extends Leaf<Resolved<Geometric>> {
  at(t: number): number {
    const { from, to, over } = this.fields;
    return from ** (1 - t / over) * to ** (t / over);
  }
}
