import type { Fields } from "./field.ts";
import type { Piece } from "./piece.ts";
import type { Plan } from "./plan.ts";
import type { Level, Time } from "./units.ts";

/** What surrounds a plan while it is compiled. All times are steps on the plan's own clock. */
export interface Surroundings {
  /** How many steps `"rest"` is; undefined when the run does not say, NaN when the plans around it do not. */
  readonly room: number | undefined;
  /** The value that `"last"` is; undefined where nothing came before. */
  readonly last: number | undefined;
  /** The first step at which the plan is read: above 0 only for a part on its sequence's clock. */
  readonly from: number;
}

/** What a kind's `compile` gets beside its fields. */
export interface Context extends Surroundings {
  /** Reports a problem at a path below the plan. */
  problem(path: string, expected: string, value: unknown): void;
}

/** A plan inside another, its fields resolved, waiting for its surroundings. */
export interface Child {
  /** How many steps it lasts: Infinity when it never ends, NaN when it takes what remains. */
  readonly length: number;
  compile(surroundings: Surroundings): readonly Piece[];
}

/** A part of a sequence with its plan and its times resolved. */
export interface ResolvedPart {
  readonly child: Child;
  readonly until?: number;
  readonly global?: boolean;
}

type ResolvedField<V> = V extends readonly (infer Entry)[]
  ? Entry extends Time | Level
    ? readonly number[]
    : readonly ResolvedPart[]
  : V extends Time | Level
    ? number
    : V;

/** A kind's fields with every time and every level a number. */
export type Resolved<P> = { readonly [K in Exclude<keyof P, "kind">]: ResolvedField<P[K]> };

/** A primitive: the table of its fields, and its meaning. */
export interface Kind<P extends { readonly kind: string }> {
  readonly fields: Fields<Omit<P, "kind">>;
  /** How many steps the plan lasts. Without this row: its `over`, or for ever. */
  length?(fields: Resolved<P>): number;
  /** The pieces of the resolved fields, the first starting at 0. */
  compile(fields: Resolved<P>, context: Context): readonly Piece[];
}

export type { Plan };
