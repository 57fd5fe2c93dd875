import type { Field, Fields } from "../field.ts";
import type { Resolved } from "../kind.ts";
import { type Leaf, type Piece, piece } from "../piece.ts";
import type { Level, Time } from "../units.ts";

/** What the kinds have in common that go from one level to another and then hold it. */
export interface Ramp {
  readonly from: Level;
  readonly to: Level;
  readonly over: Time;
  /** Whether the last of these steps is already at `to`: the curve then takes `over` less one step. Default false. */
  readonly inclusive?: boolean;
}

/** Their table. */
export const rampFields: Fields<Ramp> = {
  from: { type: "level", open: "last" },
  to: { type: "level", open: "last" },
  over: { type: "time", open: "rest" },
  inclusive: { of: [true, false], default: false },
};

/** The row of an exponent, or another number above 0, that changes nothing unless it is given. */
export const ONE: Field = { type: "number", above: 0, default: 1 };

/** How many steps they take. */
export function rampLength({ over, inclusive }: Resolved<Ramp>): number {
  return inclusive ? Math.max(over - 1, 0) : over;
}

/** Their pieces: the curve, then `to`, so that the end is exact. */
export function rampPieces<F extends Resolved<Ramp>>(fields: F, Curve: new (fields: F) => Leaf): readonly Piece[] {
  const over = rampLength(fields);
  const held = piece(over, fields.to);
  return over > 0 ? [piece(0, 0, new Curve({ ...fields, over })), held] : [held];
}
