import type { Kind, Resolved } from "../kind.ts";
import type { LevelFact, Needs, TimeFact } from "../needs.ts";
import { finite, Leaf, piece } from "../piece.ts";
import type { Level, Time } from "../units.ts";
import { rampFields } from "./ramp.ts";
import { stairs } from "./stairs.ts";

/** The plan that {@link exponential} makes. */
export interface Exponential {
  readonly kind: "exponential";
  readonly from: Level;
  readonly to?: Level;
  readonly factor: number;
  readonly every: Time;
  readonly staircase?: boolean;
}

/**
 * Multiplies the distance to a level by a factor every so often, without end: smoothly, or in stairs.
 *
 * Formula: `to + (from - to) * factor ** (t / every)`, the exponent rounded down when `staircase`.
 *
 * - `from`: the level at t = 0.
 * - `to`: the level that it goes to (or away from, when the factor is above 1; never below 0). Default 0.
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
 * Source: PyTorch 2.15 `ExponentialLR` and `StepLR`, Keras 3.16 `ExponentialDecay`; with `to`, pytorch_warmup 0.3
 * `ExponentialWarmup`.
 */
export function exponential<F extends Level, E extends Time, T extends Level = 0>(fields: {
  readonly from: F;
  readonly to?: T;
  readonly factor: number;
  readonly every: E;
  readonly staircase?: boolean;
}): Exponential & Needs<LevelFact<F> | LevelFact<T> | TimeFact<E>> {
  return Object.freeze({ kind: "exponential", ...fields });
}

/** The row of the kinds' table. */
export const exponentialKind: Kind<Exponential> = {
  fields: {
    from: rampFields.from,
    to: { type: "level", default: 0 },
    factor: { type: "number" },
    every: { type: "time", above: 0 },
    staircase: rampFields.inclusive,
  },
  compile: (fields) => [piece(0, 0, new ExponentialLeaf(fields))],
};

/** The curve of every exponential. */
export class ExponentialLeaf extends Leaf<Resolved<Exponential>> {
  at(t: number, before?: boolean): number {
    const { from, to, factor, every, staircase } = this.fields;
    const turns = staircase ? stairs(t / every, before) : Math.min(t / every, 1e300);
    const left = factor ** turns;
    // The beginning is exact, and nothing stays nothing, also where the factor's power is infinite.
    return from === to || left === 1 ? from : Math.max(finite(to + (from - to) * left), 0);
  }
}
