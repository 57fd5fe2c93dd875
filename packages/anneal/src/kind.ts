import type { Fields } from "./field.ts";
import type { Piece } from "./piece.ts";
import type { Plan } from "./plan.ts";
import type { Facts, Level, Time } from "./units.ts";

/** What surrounds a plan while it is compiled. All times are steps on the plan's own clock. */
export interface Surroundings {
  /**
   * How many steps `"rest"` is; undefined or NaN when the run does not say, NaN when another plan takes it as well,
   * -Infinity when nothing ends it.
   */
  readonly room: number | undefined;
  /** The value that `"last"` is; undefined where nothing came before. */
  readonly last: number | undefined;
  /** The first step at which the plan is read: above 0 only for a part on its sequence's clock. */
  readonly from: number;
  /** The step of the run at which the plan's own clock begins; NaN when it begins more than once. */
  readonly origin: number;
}

/** A function of the user's that a `custom` plan names: a factor at `t` steps, from the plan's `args`. */
export type CustomFunction = (t: number, args: readonly number[]) => number;

/** The functions that plans may name. */
export type Functions = Readonly<Record<string, CustomFunction>>;

/** What a kind's `compile` gets beside its fields. */
export interface Context extends Surroundings {
  /** The functions that were given when building. */
  readonly functions: Functions;
  /** What is known of the run. */
  readonly facts: Facts;
  /** Reports a problem at a path below the plan. */
  problem(path: string, expected: string, value: unknown): void;
  /** Counts what will be made of the plan, and refuses at once what would take for ever or all memory. */
  spend(pieces: number): void;
}

/** A plan inside another, its fields resolved, waiting for its surroundings. */
export interface Child {
  /** How many steps it lasts: Infinity when it never ends, NaN when it takes what remains. */
  length(): number;
  compile(surroundings: Surroundings): readonly Piece[];
}

/** A part of a sequence: its plan, and where it is placed if it says so, with its times resolved. */
export interface ResolvedPart extends Child {
  readonly until?: number;
  readonly clock?: "local" | "global";
}

type ResolvedEntry<E> = [E] extends [Plan] ? Child : [E] extends [Time | Level] ? number : ResolvedPart;

type ResolvedField<V> = V extends readonly (infer Entry)[]
  ? readonly ResolvedEntry<Entry>[]
  : V extends Plan
    ? Child
    : V extends Time | Level
      ? number
      : V;

/**
 * A kind's fields with every time and every level a number, every plan waiting, and the defaults filled in; a field
 * whose default is undefined can be that.
 */
export type Resolved<P> = { readonly [K in Exclude<keyof P, "kind">]-?: ResolvedField<Exclude<P[K], undefined>> };

/** A primitive: the table of its fields, and its meaning. */
export interface Kind<P extends { readonly kind: string }> {
  readonly fields: Fields<Omit<P, "kind">>;
  /** How many steps the plan lasts. Without this row: its `over`, or for ever. */
  length?(fields: Resolved<P>, facts: Facts): number;
  /** The facts that the plans inside are read against, when they are other ones; the plan is not checked yet. */
  inner?(plan: P, facts: Facts): Facts;
  /** The pieces of the resolved fields, the first starting at 0. */
  compile(fields: Resolved<P>, context: Context): readonly Piece[];
}

export type { Plan };
