import type { Kind, Resolved } from "../kind.ts";
import type { LevelFact, Needs, TimeFact } from "../needs.ts";
import { between, Leaf } from "../piece.ts";
import { EXPECTED, type Level, type Time } from "../units.ts";
import { type Ramp, rampFields, rampLength, rampPieces } from "./ramp.ts";

/** The plan that {@link geometric} makes. */
export interface Geometric extends Ramp {
  readonly kind: "geometric";
  readonly ratio?: number;
}

/**
 * From one level to another by equal ratios (a straight line on a logarithmic scale), then held.
 *
 * Formula: `from * (to / from) ** (t / over)` for `0 <= t < over`, then `to`; with a `ratio` r of its own,
 * `to + (from - to) * (r ** (t / over) - r) / (1 - r)`.
 *
 * - `from`: the level at t = 0, above 0 unless there is a `ratio`.
 * - `to`: the level from t = `over` on, exactly; above 0 unless there is a `ratio`.
 * - `over`: how long it takes, a time; 0 is at `to` from the start.
 * - `inclusive`: whether the last of these steps is already at `to`, so that it takes one step less. Default false.
 * - `ratio`: how much of the exponential is left at the end, above 0; 0.5 is `2 * 0.5 ** q - 1`, and 1 a straight
 *   line. Default `to / from`.
 *
 * @example
 * ```ts
 * import { format, geometric, schedule } from "anneal";
 * const lr = schedule(geometric({ from: 0.0001, to: 0.01, over: 4 }));
 * [lr(0), format(lr(2)), lr(4)]; // => [0.0001, "0.001", 0.01]
 * ```
 *
 * Source: the "exponential" warm-up, and the ramp of learning-rate range tests (Smith 2017); with `ratio` 0.5 the
 * "exponential" decay of Megatron-LM's WSD.
 */
export function geometric<F extends Level, T extends Level, O extends Time>(fields: {
  readonly from: F;
  readonly to: T;
  readonly over: O;
  readonly inclusive?: boolean;
  readonly ratio?: number;
}): Geometric & Needs<LevelFact<F> | LevelFact<T> | TimeFact<O>> {
  return Object.freeze({ kind: "geometric", ...fields });
}

/** The row of the kinds' table. */
export const geometricKind: Kind<Geometric> = {
  fields: { ...rampFields, ratio: { type: "number", above: 0, default: undefined } },
  length: rampLength,
  compile(fields, { problem }) {
    for (const end of ["from", "to"] as const) {
      if (!(fields.ratio || fields[end] > 0)) problem(end, `${EXPECTED.level} above 0`, fields[end]);
    }
    return rampPieces(fields, GeometricLeaf);
  },
};

/** The logarithm of the ratio is taken once, as a difference, and the nearer end is where it starts. */
export class GeometricLeaf extends Leaf<Resolved<Geometric>> {
  // Next to a ratio of 1 the curve is a straight line, and so it is at 1.
  readonly #log = this.fields.ratio
    ? Math.log(this.fields.ratio) || 1e-300
    : Math.log(this.fields.to) - Math.log(this.fields.from);

  at(t: number): number {
    const { from, to, over, ratio } = this.fields;
    const log = this.#log;
    const way = t / over;
    if (ratio) {
      const left = Math.exp(way * log) * (Math.expm1((1 - way) * log) / Math.expm1(log));
      return between(this.fields, Math.expm1(way * log) / Math.expm1(log), left);
    }
    // Half of a ratio beyond e ** 1400 is more than a number can be.
    if (Math.abs(log) > 1400) return from ** (1 - way) * to ** way;
    return way < 0.5 ? from * Math.exp(way * log) : to * Math.exp((way - 1) * log);
  }
}
