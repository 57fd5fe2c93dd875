/** A deviation, and the step at which it is. */
export interface Deviation {
  readonly value: number;
  readonly step: number;
}

/** A known convention that all of a difference comes from. */
export interface Cause {
  /**
   * `milestone`: a change at t >= m or at t > m. `first`: the number of the first update, in a warm-up. `shifted`: all of
   * it a step ahead or behind. `end`: T or T - 1 steps for the same curve. `scaled`: a factor. `floor`: a level that is
   * relative to the base rate or absolute.
   */
  readonly name: "milestone" | "first" | "shifted" | "end" | "scaled" | "floor";
  /** It in words. */
  readonly text: string;
}

/**
 * How far two curves are apart over a run. Infinity against another value, and NaN against a number, differ: all that is
 * measured is then Infinity or, wherever there is a NaN, NaN, and no cause is named.
 */
export interface Difference {
  /** The first step whose values differ; undefined when none do. */
  readonly first: number | undefined;
  /** How many steps have values that differ. */
  readonly count: number;
  /** The largest difference of two values. */
  readonly absolute: Deviation;
  /** The largest share of the larger value that a difference is. */
  readonly relative: Deviation;
  /** The sum of all differences, and what share that is of the sum of `a`'s values. */
  readonly integrated: { readonly absolute: number; readonly relative: number };
  /** The convention that explains all of it; undefined when none that was tried does. */
  readonly cause: Cause | undefined;
}
