import type { Place, Unknown, Value } from "./value.ts";

/** A function of a text, or a loop over numbers, that sets the rate of an optimizer's groups by how far training is. */
export interface RateSetter {
  readonly name: string;
  readonly place: Place;
  /** The parameter that says how far, or a loop's variable, whose first turn is then step 0. */
  readonly parameter: string;
  /** The further ones that say so, which have to be given. */
  readonly others?: readonly string[];
  /** Of a loop: how many turns it has, where that is known. */
  readonly loop?: { readonly turns?: number };
  /** Of one that counts its own calls, of which the first is step 0: what they are. */
  readonly counts?: "calls" | "updates";
  /** What its calls give for that, as it is written. */
  readonly given: readonly string[];
  /** Of what they give: the condition under which alone it is counted up, by its name. */
  readonly counted?: ReadonlyMap<string, string>;
  /** The flags whose defaults it takes. */
  readonly assumed: readonly Unknown[];
  /**
   * The rates as functions of it, or what is not known of them: one for all groups, or one for each. Where it goes on from
   * what its call before left, they are by that as well.
   */
  readonly values: readonly Value[];
  readonly carries?: Carries;
}

/** What a setter goes on from at each call: the rate in force, and what else it keeps. */
export interface Carries {
  /** What it is told at its first call, as far as that is known. */
  readonly start: number | undefined;
  /** Whether it reads the rates of several groups. */
  readonly isOfSeveral: boolean;
  /** What else it keeps, as functions of how far training is, the rate in force and all of these. */
  readonly kept: readonly { readonly name: string; readonly first: Value; readonly next: Value }[];
}
