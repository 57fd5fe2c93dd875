import type { Fields } from "../field.ts";
import type { Resolved } from "../kind.ts";
import type { Leaf, Piece } from "../piece.ts";
import type { Level, Time } from "../units.ts";

/** What the kinds have in common that go from one level to another and then hold it. */
export interface Ramp {
  readonly from: Level;
  readonly to: Level;
  readonly over: Time;
}

/** Their table. */
export const rampFields: Fields<Ramp> = {
  from: { type: "level", open: true },
  to: { type: "level", open: true },
  over: { type: "time", open: true },
};

/** Their pieces: the curve, then `to`, so that the end is exact. */
export function rampPieces({ over, to }: Resolved<Ramp>, leaf: Leaf): readonly Piece[] {
  return [
    { start: 0, leaf },
    { start: over, value: to },
  ];
}
