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
  /** The numbers that what changes in it has before it. */
  readonly starts?: ReadonlyMap<string, number>;
}

/** A condition that is not known. */
export interface Condition {
  /** As it is written, and what is computed where that is. */
  readonly text: string;
  readonly value: Value;
  /** Whether it is to hold, or not to. */
  readonly holds: boolean;
}

/** Something that a loop of a Python text does. */
export interface Looped {
  /** The loops that it is in, the outermost first, the conditions that it is under, and its turn among what is done. */
  readonly loops: readonly Loop[];
  readonly decided: readonly Condition[];
  readonly order: number;
}

/** A name of a Python text that a loop counts up. */
export interface Counted extends Looped {
  readonly name: string;
  readonly by: number;
}

/** A call of something's `step()`. */
export interface Stepped {
  /** What is stepped: a call that makes a scheduler, or what is only known by name. */
  readonly scheduler: Value;
  readonly place: Place;
  /** How many arguments it has, and the first of them as it is written. */
  readonly count: number;
  readonly told?: string | undefined;
  /** That, as far as it is known. */
  readonly value?: Value | undefined;
  /** The loops that it is in, the outermost first. */
  readonly loops: readonly Loop[];
  /** What the `with` statements in the innermost loop that it is in call. */
  readonly contexts: readonly Call[];
  /** The conditions that it is under and that are not known: as they are written, and as what they are computed from. */
  readonly conditions: readonly string[];
  readonly decided: readonly Condition[];
  /** Its turn among what the text does. */
  readonly order: number;
}

/** What Accelerate is given to step with the optimizer: by what, as it is written, and what that is. */
export interface Prepared {
  readonly by: string;
  readonly accelerator: Value;
}

/** How often Lightning steps a scheduler that it is given. */
export interface Managed {
  /** `"step"` or `"epoch"`, where it is written. */
  readonly interval?: Value | undefined;
  /** Every how many of these, where it is written. */
  readonly frequency?: Value | undefined;
  /** Where the text says for itself when. */
  readonly ownStep?: Place | undefined;
}
