import type { Kind, Resolved } from "../kind.ts";
import type { LevelFact, Needs, TimeFact } from "../needs.ts";
import { Leaf } from "../piece.ts";
import type { Level, Time } from "../units.ts";
import { type Ramp, rampFields, rampPieces } from "./ramp.ts";

/** The plan that {@link polynomial} makes. */
export interface Polynomial extends Ramp {
  readonly kind: "polynomial";
  readonly power: number;
}

/**
 * A power of the remaining share, from one level to another, then held.
 *
 * Formula: `to + (from - to) * (1 - t / over) ** power` for `0 <= t < over`, then `to`.
 *
 * - `from`: the level at t = 0.
 * - `to`: the level from t = `over` on, exactly.
 * - `over`: how long it takes, a time; 0 is at `to` from the start.
 * - `power`: the exponent, above 0; 1 is a line, 2 falls fast first, 0.5 falls fast last.
 *
 * @example
 * ```ts
 * import { format, polynomial, schedule } from "anneal";
 * const lr = schedule(polynomial({ from: 0.1, to: 0, over: 10, power: 2 }));
 * [lr(0), format(lr(5)), lr(10)]; // => [0.1, "0.025", 0]
 * ```
 *
 * Source: PyTorch 2.12 `PolynomialLR`, Keras 3.16 `PolynomialDecay`, optax 0.2.9 `polynomial_schedule`.
 */
export function polynomial<F extends Level, T extends Level, O extends Time>(fields: {
  readonly from: F;
  readonly to: T;
  readonly over: O;
  readonly power: number;
}): Polynomial & Needs<LevelFact<F> | LevelFact<T> | TimeFact<O>> {
  return Object.freeze({ kind: "polynomial", ...fields });
}

/** The row of the kinds' table. */
export const polynomialKind: Kind<Polynomial> = {
  fields: {
    ...rampFields,
    power: { type: "number", positive: true },
  },
  compile: (fields) => rampPieces(fields, new PolynomialLeaf(fields)),
};

/** `from` is added where the share is whole, since `to + (from - to)` need not be `from`. */
class PolynomialLeaf extends Leaf<Resolved<Polynomial>> {
  at(t: number): number {
    const { from, to, over, power } = this.fields;
    const share = ((over - t) / over) ** power;
    return share > 0.5 ? from + (to - from) * (1 - share) : to + (from - to) * share;
  }
}
