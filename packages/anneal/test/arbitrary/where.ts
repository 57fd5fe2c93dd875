import type { Plan } from "../../src/index.ts";
import type { Facts, Levels } from "./units.ts";

/** Where a plan stands, as far as that decides what it may be. Steps are those of the plan's own clock. */
export interface Where extends Levels {
  readonly run: Facts;
  /** How many steps "rest" is; undefined when it may not last that long. */
  readonly room: number | undefined;
  /** It has to last "rest". */
  readonly fills: boolean;
  /** It has to end by itself. */
  readonly ends: boolean;
  /** How many steps it lasts at least, if it ends. */
  readonly least: number;
  /** The first step at which it is read. */
  readonly visible: number;
  /** It begins with the run, and so it may be on a clock. */
  readonly early: boolean;
  /** How many more plans there may be inside each other. */
  readonly depth: number;
}

/** A plan, and how many steps it lasts: Infinity when it never ends, NaN when it takes the rest. */
export interface Drawn {
  readonly plan: Plan;
  readonly length: number;
}
