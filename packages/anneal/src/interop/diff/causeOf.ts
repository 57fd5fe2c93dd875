import type { Functions } from "../../kind.ts";
import type { Run } from "../../run.ts";
import { ended } from "./causes/ended.ts";
import { floor } from "./causes/floor.ts";
import { milestone } from "./causes/milestone.ts";
import { scaled } from "./causes/scaled.ts";
import { shifted } from "./causes/shifted.ts";
import type { Comparable, Curve } from "./curve.ts";
import type { Cause } from "./difference.ts";

/** Two curves that differ from the step `first` to the step `last`. */
export interface Case {
  readonly a: Comparable;
  readonly b: Comparable;
  readonly run: Run;
  readonly functions: Functions | undefined;
  readonly names: readonly [a: string, b: string];
  readonly curves: readonly [a: Curve, b: Curve];
  readonly first: number;
  readonly last: number;
  /** What may be left of the difference where a cause explains it. */
  readonly rest: number;
}

/** The first of the known conventions that leaves nothing of the difference; the more special ones first. */
export function causeOf(one: Case): Cause | undefined {
  return milestone(one) ?? shifted(one) ?? ended(one) ?? scaled(one) ?? floor(one);
}
