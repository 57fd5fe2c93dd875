import type { CustomFunction } from "../kind.ts";
import type { Leaf, Piece } from "../piece.ts";
import type { Expression } from "./expression/expression.ts";

/** What the formula of a kind needs of what is around it. */
export interface Around {
  /** The times, on the leaf's own clock, at which its piece begins and another one does. */
  readonly start: number;
  readonly end: number;
  /** The formula of pieces of other plans, at a time on their clock, which they are read up to. */
  write(pieces: readonly Piece[], time: Expression, end: number): Expression;
  /** The name of a function that a `custom` plan names. */
  nameOf(call: CustomFunction): string;
}

/** How the leaf of a kind is written. */
export interface Writer {
  readonly leaf: LeafClass<never>;
  write(fields: never, time: Expression, around: Around): Expression;
}

type LeafClass<F> = new (fields: F) => Leaf;

/** The row of a kind that has a leaf. */
export function writer<F>(
  leaf: LeafClass<F>,
  write: (fields: F, time: Expression, around: Around) => Expression,
): Writer {
  return { leaf, write };
}
