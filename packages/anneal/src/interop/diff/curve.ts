import { evaluate, startsOf } from "../../evaluate.ts";
import type { Functions } from "../../kind.ts";
import { piecesOf } from "../../piecesOf.ts";
import type { Plan } from "../../plan.ts";
import type { Run } from "../../run.ts";

/** What can be compared: a plan, or any function of the step, such as another framework's curve. */
export type Comparable = Plan | ((step: number) => number);

/** A curve over the steps of a run. */
export interface Curve {
  /** Its values at the whole steps of the run. */
  readonly values: Float64Array;
  /** Where it changes its formula, as far as that is known. */
  readonly seams: readonly number[];
  at(step: number): number;
}

/** Reads a plan or a function at every step of a run. */
export function curveOf(what: Comparable, run: Run, steps: number, functions?: Functions, path?: string): Curve {
  const values = new Float64Array(steps);
  if (typeof what === "function") {
    for (let step = 0; step < steps; step++) values[step] = what(step);
    return { values, seams: [], at: what };
  }
  const pieces = piecesOf(what, run, functions, path);
  const at = evaluate(pieces);
  return { values: at.fill(values), seams: [...startsOf(pieces)].slice(0, -1), at };
}
