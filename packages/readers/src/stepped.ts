import type { Call, Place, Value } from "./value.ts";

/** A loop of a Python text. */
export interface Loop {
  /** What it assigns at every turn, and what it goes through or goes on by, as they are written. */
  readonly variable: string;
  readonly over: string;
  /** What it goes through, as far as that is known. */
  readonly items?: Value;
  /** How many turns it has, where it goes through a range. */
  readonly turns?: Value;
}

/** A call of something's `step()`. */
export interface Stepped {
  /** What is stepped: a call that makes a scheduler, or what is only known by name. */
  readonly scheduler: Value;
  readonly place: Place;
  /** How many arguments it has, and the first of them as it is written. */
  readonly count: number;
  readonly told?: string | undefined;
  /** The loops that it is in, the outermost first. */
  readonly loops: readonly Loop[];
  /** What the `with` statements in the innermost loop that it is in call. */
  readonly contexts: readonly Call[];
  /** The conditions that it is under and that are not known. */
  readonly conditions: readonly string[];
}

/** How often Lightning steps a scheduler that it is given. */
export interface Managed {
  /** `"step"` or `"epoch"`, where it is written. */
  readonly interval?: Value | undefined;
  /** Every how many of these, where it is written. */
  readonly frequency?: Value | undefined;
}
