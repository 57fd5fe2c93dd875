import type { Kind, Resolved } from "../kind.ts";
import type { LevelFact, Needs, TimeFact } from "../needs.ts";
import { between, Leaf } from "../piece.ts";
import type { Level, Time } from "../units.ts";
import { ONE, type Ramp, rampFields, rampLength, rampPieces } from "./ramp.ts";

/** The plan that {@link cosine} makes. */
export interface Cosine extends Ramp {
  readonly kind: "cosine";
  readonly power?: number;
  readonly k?: number;
}

/**
 * Half a cosine wave from one level to another, flat at both ends, then held.
 *
 * Formula: `to + (from - to) * ((1 + cos(pi * (t / over) ** k)) / 2) ** power` for `0 <= t < over`, then `to`.
 *
 * - `from`: the level at t = 0.
 * - `to`: the level from t = `over` on, exactly.
 * - `over`: how long it takes, a time; 0 is at `to` from the start.
 * - `inclusive`: whether the last of these steps is already at `to`, so that it takes one step less. Default false.
 * - `power`: the exponent of the whole wave, above 0. Default 1.
 * - `k`: the exponent of time (k-decay), above 0; above 1 it leaves `from` later. Default 1.
 *
 * @example
 * ```ts
 * import { cosine, format, schedule } from "anneal";
 * const lr = schedule(cosine({ from: 0.1, to: 0.001, over: 100 }));
 * [lr(0), format(lr(50)), lr(100)]; // => [0.1, "0.0505", 0.001]
 * ```
 *
 * Source: Loshchilov and Hutter 2017 (SGDR), eq. 5; optax 0.2.9 `cosine_decay_schedule` with its `exponent`; timm 1.0
 * `k_decay` (Zhang and Li 2020). PyTorch's `CosineAnnealingLR` rises again after its end: see {@link cosineWave}.
 */
export function cosine<F extends Level, T extends Level, O extends Time>(fields: {
  readonly from: F;
  readonly to: T;
  readonly over: O;
  readonly inclusive?: boolean;
  readonly power?: number;
  readonly k?: number;
}): Cosine & Needs<LevelFact<F> | LevelFact<T> | TimeFact<O>> {
  return Object.freeze({ kind: "cosine", ...fields });
}

/** The row of the kinds' table. */
export const cosineKind: Kind<Cosine> = {
  fields: { ...rampFields, power: ONE, k: ONE },
  length: rampLength,
  compile: (fields) => rampPieces(fields, CosineLeaf),
};

export class CosineLeaf extends Leaf<Resolved<Cosine>> {
  at(t: number): number {
    const { over, power, k } = this.fields;
    if (power !== 1 || k !== 1) {
      const share = (Math.cos((Math.PI / 2) * (t / over) ** k) ** 2) ** power;
      return between(this.fields, 1 - share, share);
    }
    return wave(this.fields, t / over, (over - t) / over);
  }
}

/** `(1 - cos x) / 2` is `sin²(x / 2)`, which loses nothing near the ends; each half is measured from its own end. */
export function wave(ends: { readonly from: number; readonly to: number }, gone: number, left: number): number {
  const sine = Math.sin((Math.PI / 2) * Math.min(gone, left));
  return gone < left
    ? ends.from + (ends.to - ends.from) * (sine * sine)
    : ends.to + (ends.from - ends.to) * (sine * sine);
}
