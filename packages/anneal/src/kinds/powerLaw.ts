import type { Kind, Resolved } from "../kind.ts";
import type { LevelFact, Needs, TimeFact } from "../needs.ts";
import { finite, Leaf, piece } from "../piece.ts";
import type { Level, Time } from "../units.ts";
import { rampFields } from "./ramp.ts";
import { stairs } from "./stairs.ts";

/** The plan that {@link powerLaw} makes. */
export interface PowerLaw {
  readonly kind: "powerLaw";
  readonly from: Level;
  readonly rate?: number;
  readonly every: Time;
  readonly power: number;
  readonly staircase?: boolean;
}

/**
 * A power of time, without end: inverse time (power -1), inverse square root (-0.5), or a line that goes on (1).
 *
 * Formula: `from * (1 + rate * t / every) ** power`, `t / every` rounded down when `staircase`.
 *
 * - `from`: the level at t = 0.
 * - `rate`: how much is added for each `every`, from 0. Default 1.
 * - `every`: the time of one turn, above 0.
 * - `power`: the exponent; below 0 it decays.
 * - `staircase`: change only at whole multiples of `every`. Default false.
 *
 * @example
 * ```ts
 * import { powerLaw, schedule } from "anneal";
 * const lr = schedule(powerLaw({ from: 0.1, every: 100, power: -0.5 }));
 * [lr(0), lr(300), lr(9900)]; // => [0.1, 0.05, 0.01]
 * ```
 *
 * Source: Keras 3.16 `InverseTimeDecay`, fairseq 0.12 `inverse_sqrt`, DeepSpeed 0.19 `LRRangeTest`.
 */
export function powerLaw<F extends Level, E extends Time>(fields: {
  readonly from: F;
  readonly rate?: number;
  readonly every: E;
  readonly power: number;
  readonly staircase?: boolean;
}): PowerLaw & Needs<LevelFact<F> | TimeFact<E>> {
  return Object.freeze({ kind: "powerLaw", ...fields });
}

/** The row of the kinds' table. */
export const powerLawKind: Kind<PowerLaw> = {
  fields: {
    from: rampFields.from,
    rate: { type: "number", default: 1 },
    every: { type: "time", above: 0 },
    power: { type: "number", above: -1 / 0 },
    staircase: rampFields.inclusive,
  },
  compile: (fields) => [piece(0, 0, new PowerLawLeaf(fields))],
};

/** A square root is exact, and ten times as fast as a power. */
export class PowerLawLeaf extends Leaf<Resolved<PowerLaw>> {
  at(t: number, before?: boolean): number {
    const { from, rate, every, power, staircase } = this.fields;
    // Nothing is added where nothing is to be, however many turns there are.
    const base = 1 + (rate && rate * (staircase ? stairs(t / every, before) : t / every));
    return power === -0.5 ? from / Math.sqrt(base) : from && finite(from * base ** power);
  }
}
