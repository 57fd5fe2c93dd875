import { changePoints } from "anneal/svg";
import type { Drawable } from "../../source/drawable.ts";

/** A step at which a curve changes its course. */
export interface Change {
  readonly step: number;
  /** The values of the step before, and of this one. */
  readonly before: number;
  readonly after: number;
}

/** Where a curve changes, by the pieces of its plan. */
export function changesOf({ plan, run, functions, steps, at }: Drawable): readonly Change[] {
  const points = changePoints(plan, { ...run, steps }, { functions });
  return points.map((step) => ({ step, before: at(step - 1), after: at(step) }));
}
