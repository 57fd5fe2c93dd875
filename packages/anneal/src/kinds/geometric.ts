import type { Kind } from "../kind.ts";
import type { LevelFact, Needs, TimeFact } from "../needs.ts";
import type { Leaf, Numbers } from "../piece.ts";
import type { Level, Time } from "../units.ts";

/** The plan that {@link geometric} makes. */
export interface Geometric {
  readonly kind: "geometric";
  readonly from: Level;
  readonly to: Level;
  readonly over: Time;
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

/** The row of the kinds' table. */
export const geometricKind: Kind<Geometric> = {
  fields: { from: { type: "level" }, to: { type: "level" }, over: { type: "time", rest: true } },
  compile({ from, to, over }, { problem }) {
    if (from === 0) problem("from", "a level above 0");
    if (to === 0) problem("to", "a level above 0");
    return [
      { start: 0, origin: 0, leaf: new GeometricLeaf(from, to, over) },
      { start: over, value: to },
    ];
  },
};

function ratio(t: number, from: number, to: number, over: number): number {
  return from * (to / from) ** (t / over);
}

class GeometricLeaf implements Leaf {
  constructor(
    readonly from: number,
    readonly to: number,
    readonly over: number,
  ) {}

  at(t: number): number {
    return ratio(t, this.from, this.to, this.over);
  }

  fill(out: Numbers, start: number, end: number, first: number, origin: number): void {
    const { from, to, over } = this;
    for (let i = start; i < end; i++) out[i] = ratio(first + i - origin, from, to, over);
  }
}
