import { frozenList } from "../freeze.ts";
import type { Kind } from "../kind.ts";
import type { LevelFact, Needs, TimeFact } from "../needs.ts";
import { type Piece, piece } from "../piece.ts";
import type { Level, Time } from "../units.ts";
import { rampFields } from "./ramp.ts";

/** The plan that {@link piecewise} makes. */
export interface Piecewise {
  readonly kind: "piecewise";
  readonly from: Level;
  readonly at: readonly Time[];
  readonly to: readonly Level[];
}

/**
 * Holds one level after another, each from its own time on.
 *
 * Formula: `from` for `t < at[0]`, then `to[i]` for `at[i] <= t < at[i + 1]`, the last for ever.
 *
 * - `from`: the first level.
 * - `at`: the times of change, each above the one before, at most 100,000.
 * - `to`: the level that begins at each of them, as many as `at`.
 *
 * @example
 * ```ts
 * import { piecewise, schedule } from "anneal";
 * const lr = schedule(piecewise({ from: 0.1, at: [30, 60], to: [0.02, 0.001] }));
 * [lr(29), lr(30), lr(60)]; // => [0.1, 0.02, 0.001]
 * ```
 *
 * Source: Keras 3.16 `PiecewiseConstantDecay` (which changes one step later), optax 0.2.9
 * `piecewise_constant_schedule`.
 */
export function piecewise<F extends Level, A extends Time, T extends Level>(fields: {
  readonly from: F;
  readonly at: readonly A[];
  readonly to: readonly T[];
}): Piecewise & Needs<LevelFact<F> | TimeFact<A> | LevelFact<T>> {
  const { from, at, to } = Object(fields) as typeof fields;
  return Object.freeze({ kind: "piecewise", from, at: frozenList(at), to: frozenList(to) });
}

/** The row of the kinds' table. */
export const piecewiseKind: Kind<Piecewise> = {
  fields: {
    from: rampFields.from,
    at: { type: "time", list: true, increasing: true },
    to: { type: "level", list: true, as: "at" },
  },
  compile({ from, at, to }, { from: visible, problem }) {
    const pieces: Piece[] = [piece(0, from)];
    for (let i = 0; i < at.length; i++) {
      const start = at[i] as number;
      if (start < visible) problem(`at[${i}]`, `a time from step ${visible} on`, start);
      pieces.push(piece(start, to[i] as number));
    }
    return pieces;
  },
};
