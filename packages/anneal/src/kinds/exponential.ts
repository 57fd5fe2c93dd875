import type { Kind, Resolved } from "../kind.ts";
import type { LevelFact, Needs, TimeFact } from "../needs.ts";
import { Leaf } from "../piece.ts";
import type { Level, Time } from "../units.ts";

/** The plan that {@link exponential} makes. */
export interface Exponential {
  readonly kind: "exponential";
  readonly from: Level;
  readonly factor: number;
  readonly every: Time;
  readonly staircase?: boolean;
}

/**
 * Multiplies by a factor every so often, without end: smoothly, or in stairs.
 *
 * Formula: `from * factor ** (t / every)`, the exponent rounded down when `staircase`.
 *
 * - `from`: the level at t = 0.
 * - `factor`: what each `every` multiplies by, from 0; below 1 it decays.
 * - `every`: the time of one multiplication, above 0.
 * - `staircase`: change only at whole multiples of `every`. Default false.
 *
 * @example
 * ```ts
 * import { exponential, format, schedule } from "anneal";
 * const lr = schedule(exponential({ from: 0.1, factor: 0.5, every: 10 }));
 * [lr(0), format(lr(5)), lr(10)]; // => [0.1, "0.0707106781187", 0.05]
 * ```
 *
 * Source: PyTorch 2.12 `ExponentialLR` and `StepLR`, Keras 3.16 `ExponentialDecay`.
 */
export function exponential<F extends Level, E extends Time>(fields: {
  readonly from: F;
  readonly factor: number;
  readonly every: E;
  readonly staircase?: boolean;
}): Exponential & Needs<LevelFact<F> | TimeFact<E>> {
  return Object.freeze({ kind: "exponential", ...fields });
}

/** The row of the kinds' table. */
export const exponentialKind: Kind<Exponential> = {
  fields: {
    from: { type: "level", open: true },
    factor: { type: "number" },
    every: { type: "time", positive: true },
    staircase: { of: [true, false], default: false },
  },
  compile: (fields) => [{ start: 0, leaf: new ExponentialLeaf(fields) }],
};

/** The curve of every exponential. A stair within 1e-9 of a whole one has been reached, as for every time. */
class ExponentialLeaf extends Leaf<Resolved<Exponential>> {
  at(t: number, before?: boolean): number {
    const { from, factor, every, staircase } = this.fields;
    // Finite, since 1 to the power of infinity is not a number.
    const turns = Math.min(t / every, 1e300);
    const whole = Math.round(turns);
    const stairs = turns >= whole * (before ? 1 + 1e-9 : 1 - 1e-9) ? whole : whole - 1;
    // Zero stays zero, also where the factor's power is infinite.
    return from && from * factor ** (staircase ? stairs : turns);
  }
}
