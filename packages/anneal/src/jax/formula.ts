import type { Leaf, Piece } from "../piece.ts";
import { type Curve, type Place, placed, type Stretch } from "./curve.ts";
import type { Graph } from "./graph.ts";

/** How a kind's leaf is computed by operations on arrays. */
export interface Formula {
  /** The leaf's class. */
  readonly leaf: unknown;
  /** The leaf's stretches between two steps of the expression's clock, the first at `from`. */
  stretches(leaf: Leaf, building: Building, place: Place, from: number, to: number): readonly Stretch[];
}

/** What a formula that has other pieces in it needs. */
export interface Building {
  readonly graph: Graph;
  /** The stretches of pieces at a place, between two steps. */
  resolve(pieces: readonly Piece[], place: Place, from: number, to: number): readonly Stretch[];
}

type LeafClass<F> = new (fields: F) => Leaf<F>;

/** The formula of a leaf that has one curve, from its fields and how much of its own time passes in a step. */
export function simple<F>(leaf: LeafClass<F>, curve: (fields: F, unit: number, graph: Graph) => Curve): Formula {
  return nested(leaf, ({ fields }, { graph }, place, start) => [
    { start, curve: placed(curve(fields, place.unit, graph), place.origin) },
  ]);
}

/** The formula of a leaf that may change its curve. */
export function nested<F>(
  leaf: LeafClass<F>,
  stretches: (leaf: Leaf<F>, building: Building, place: Place, from: number, to: number) => readonly Stretch[],
): Formula {
  return { leaf, stretches: stretches as Formula["stretches"] };
}
