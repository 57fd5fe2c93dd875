import type { Kind, Resolved } from "../kind.ts";
import type { LevelFact, Needs, TimeFact } from "../needs.ts";
import { between, Leaf } from "../piece.ts";
import type { Level, Time } from "../units.ts";
import { type Ramp, rampFields, rampLength, rampPieces } from "./ramp.ts";

/** The plan that {@link tanh} makes. */
export interface Tanh extends Ramp {
  readonly kind: "tanh";
  readonly lower?: number;
  readonly upper?: number;
}

/**
 * A hyperbolic tangent from one level to another, then held.
 *
 * Formula: `to + (from - to) * (1 - tanh(lower * (1 - s) + upper * s)) / 2` with `s = t / over` for `0 <= t < over`,
 * then `to`. The curve comes close to `from` at t = 0 and is not exactly there.
 *
 * - `from`: the level that it comes from.
 * - `to`: the level from t = `over` on, exactly.
 * - `over`: how long it takes, a time; 0 is at `to` from the start.
 * - `inclusive`: whether the last of these steps is already at `to`, so that it takes one step less. Default false.
 * - `lower`, `upper`: the ends of the tangent's argument, any sign. Defaults -7 and 3.
 *
 * @example
 * ```ts
 * import { format, schedule, tanh } from "anneal";
 * const lr = schedule(tanh({ from: 0.1, to: 0, over: 100 }));
 * [format(lr(0)), format(lr(70)), lr(100)]; // => ["0.0999999168472", "0.05", 0]
 * ```
 *
 * Source: Hsueh et al. 2018 (HTD); timm 1.0 `TanhLRScheduler`.
 */
export function tanh<F extends Level, T extends Level, O extends Time>(fields: {
  readonly from: F;
  readonly to: T;
  readonly over: O;
  readonly inclusive?: boolean;
  readonly lower?: number;
  readonly upper?: number;
}): Tanh & Needs<LevelFact<F> | LevelFact<T> | TimeFact<O>> {
  return Object.freeze({ kind: "tanh", ...fields });
}

/** The row of the kinds' table. */
export const tanhKind: Kind<Tanh> = {
  fields: {
    ...rampFields,
    lower: { type: "number", above: -1 / 0, default: -7 },
    upper: { type: "number", above: -1 / 0, default: 3 },
  },
  length: rampLength,
  compile: (fields) => rampPieces(fields, TanhLeaf),
};

/** `(1 - tanh(x)) / 2` is `1 / (1 + exp(2 x))`, which loses nothing where it is small. */
export class TanhLeaf extends Leaf<Resolved<Tanh>> {
  at(t: number): number {
    const { over, lower, upper } = this.fields;
    const x = lower * (1 - t / over) + upper * (t / over);
    return between(this.fields, 1 / (1 + Math.exp(-2 * x)), 1 / (1 + Math.exp(2 * x)));
  }
}
