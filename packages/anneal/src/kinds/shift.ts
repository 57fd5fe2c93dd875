import { readAt } from "../evaluate.ts";
import type { Kind, Plan } from "../kind.ts";
import type { FactsOf, Needs } from "../needs.ts";
import { type Piece, piece, placePieces } from "../piece.ts";

/** The plan that {@link shift} makes. */
export interface Shift {
  readonly kind: "shift";
  readonly plan: Plan;
  readonly by: number;
}

/**
 * Reads a plan a number of steps ahead, or behind: the difference between frameworks that count from 0 and from 1.
 *
 * Formula: `plan(t + by)`, where before 0 the plan has its first value.
 *
 * - `plan`: any plan.
 * - `by`: steps, any sign. 1 makes a warm-up of W steps (t + 1) / W; -1 makes a milestone m count from m + 1 on.
 *
 * @example
 * ```ts
 * import { linear, schedule, shift } from "anneal";
 * const lr = schedule(shift({ plan: linear({ from: 0, to: 1, over: 4 }), by: 1 }));
 * [lr(0), lr(3), lr(4)]; // => [0.25, 1, 1]
 * ```
 *
 * Source: torchtitan 0.2's warm-up (1), timm 1.0 `MultiStepLRScheduler` (1), Keras 3.16 `PiecewiseConstantDecay` (-1).
 */
export function shift<P extends Plan>(fields: { readonly plan: P; readonly by: number }): Shift & Needs<FactsOf<P>> {
  return Object.freeze({ kind: "shift", ...fields });
}

/** The row of the kinds' table. */
export const shiftKind: Kind<Shift> = {
  fields: { plan: { type: "plan" }, by: { type: "number", above: -1 / 0 } },
  length: ({ plan, by }) => Math.max(plan.length() - by, 0),
  compile({ plan, by }, { room = Number.NaN, last, from, origin }) {
    const own = plan.compile({ room: room + by, last, from: Math.max(from + by, 0), origin });
    const pieces: Piece[] = by < 0 ? [piece(0, readAt(own, 0))] : [];
    placePieces(pieces, own, -by, 0, 1 / 0);
    return pieces;
  },
};
