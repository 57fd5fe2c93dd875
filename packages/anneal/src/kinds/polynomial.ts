import type { Kind, Resolved } from "../kind.ts";
import type { LevelFact, Needs, TimeFact } from "../needs.ts";
import { between, Leaf } from "../piece.ts";
import type { Level, Time } from "../units.ts";
import { ONE, type Ramp, rampFields, rampLength, rampPieces } from "./ramp.ts";
import { stairs } from "./stairs.ts";

/** The plan that {@link polynomial} makes. */
export interface Polynomial extends Ramp {
  readonly kind: "polynomial";
  readonly power: number;
  readonly k?: number;
  readonly cycle?: boolean;
}

/**
 * A power of the remaining share, from one level to another, then held.
 *
 * Formula: `to + (from - to) * (1 - (t / over) ** k) ** power` for `0 <= t < over`, then `to`; with `cycle`, `over` is
 * the smallest whole multiple of itself from t on, without end.
 *
 * - `from`: the level at t = 0.
 * - `to`: the level from t = `over` on, exactly.
 * - `over`: how long it takes, a time; 0 is at `to` from the start.
 * - `inclusive`: whether the last of these steps is already at `to`, so that it takes one step less. Default false.
 * - `power`: the exponent, above 0; 1 is a line, 2 falls fast first, 0.5 falls fast last.
 * - `k`: the exponent of time (k-decay), above 0; 0.5 with power 1 is `1 - sqrt`. Default 1.
 * - `cycle`: whether the horizon stretches each time it is reached. Default false.
 *
 * @example
 * ```ts
 * import { format, polynomial, schedule } from "anneal";
 * const lr = schedule(polynomial({ from: 0.1, to: 0, over: 10, power: 2 }));
 * [lr(0), format(lr(5)), lr(10)]; // => [0.1, "0.025", 0]
 * ```
 *
 * Source: PyTorch 2.15 `PolynomialLR`, optax 0.2.9 `polynomial_schedule`; Keras 3.16 `PolynomialDecay` with its `cycle`;
 * timm 1.0 `k_decay`.
 */
export function polynomial<F extends Level, T extends Level, O extends Time>(fields: {
  readonly from: F;
  readonly to: T;
  readonly over: O;
  readonly inclusive?: boolean;
  readonly power: number;
  readonly k?: number;
  readonly cycle?: boolean;
}): Polynomial & Needs<LevelFact<F> | LevelFact<T> | TimeFact<O>> {
  return Object.freeze({ kind: "polynomial", ...fields });
}

/** The row of the kinds' table. */
export const polynomialKind: Kind<Polynomial> = {
  fields: { ...rampFields, power: { type: "number", above: 0 }, k: ONE, cycle: rampFields.inclusive },
  length: (fields) => (fields.cycle ? 1 / 0 : rampLength(fields)),
  compile: (fields) => rampPieces(fields, PolynomialLeaf).slice(0, fields.cycle ? 1 : 2),
};

export class PolynomialLeaf extends Leaf<Resolved<Polynomial>> {
  at(t: number): number {
    const { to, over, power, k, cycle } = this.fields;
    const span = cycle ? over * (stairs(t / over, true) + 1) : over;
    if (t >= span) return to;
    // 1 - (t / span) ** k. With k = 1 it is rounded as every framework rounds it, which a power below 1 shows near the
    // end; with another k nothing is lost there.
    const way = t / span;
    const near = k === 1 || way < 0.5;
    const share = (near ? 1 - way ** k : -Math.expm1(k * Math.log1p((t - span) / span))) ** power;
    return between(this.fields, 1 - share, share);
  }
}
