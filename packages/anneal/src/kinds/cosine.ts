import type { Kind, Resolved } from "../kind.ts";
import type { LevelFact, Needs, TimeFact } from "../needs.ts";
import { Leaf } from "../piece.ts";
import type { Level, Time } from "../units.ts";
import { type Ramp, rampFields, rampPieces } from "./ramp.ts";

/** The plan that {@link cosine} makes. */
export interface Cosine extends Ramp {
  readonly kind: "cosine";
}

/**
 * Half a cosine wave from one level to another, flat at both ends, then held.
 *
 * Formula: `from + (to - from) * (1 - cos(pi * t / over)) / 2` for `0 <= t < over`, then `to`.
 *
 * - `from`: the level at t = 0.
 * - `to`: the level from t = `over` on, exactly.
 * - `over`: how long it takes, a time; 0 is at `to` from the start.
 *
 * @example
 * ```ts
 * import { cosine, format, schedule } from "anneal";
 * const lr = schedule(cosine({ from: 0.1, to: 0.001, over: 100 }));
 * [lr(0), format(lr(50)), lr(100)]; // => [0.1, "0.0505", 0.001]
 * ```
 *
 * Source: Loshchilov and Hutter 2017 (SGDR), eq. 5; optax 0.2.9 `cosine_decay_schedule`. PyTorch's
 * `CosineAnnealingLR` has the same curve but rises again after its end.
 */
export function cosine<F extends Level, T extends Level, O extends Time>(fields: {
  readonly from: F;
  readonly to: T;
  readonly over: O;
}): Cosine & Needs<LevelFact<F> | LevelFact<T> | TimeFact<O>> {
  return Object.freeze({ kind: "cosine", ...fields });
}

/** The row of the kinds' table. */
export const cosineKind: Kind<Cosine> = {
  fields: rampFields,
  compile: (fields) => rampPieces(fields, new CosineLeaf(fields)),
};

/** `(1 - cos x) / 2` is `sin²(x / 2)`, which loses nothing near the ends; each half is measured from its own end. */
class CosineLeaf extends Leaf<Resolved<Cosine>> {
  at(t: number): number {
    const { from, to, over } = this.fields;
    const sine = Math.sin((Math.PI / 2) * ((t + t < over ? t : over - t) / over));
    return t + t < over ? from + (to - from) * (sine * sine) : to + (from - to) * (sine * sine);
  }
}
