import { Problems, refuse } from "../error.ts";
import type { FactsOf } from "../needs.ts";
import type { Piece } from "../piece.ts";
import { piecesOf } from "../piecesOf.ts";
import type { Plan } from "../plan.ts";
import { functionsOf } from "../run.ts";
import type { BuildOptions, RunFor } from "../schedule.ts";
import { timesIn } from "./timesIn.ts";

/** How many are told of one piece of a plan. */
const MOST = 100_000;

/**
 * The steps at which a plan changes its course: the first update after every corner and every jump.
 *
 * Formula: from the pieces that a plan compiles to, and from the cycles and the stairs inside of them.
 *
 * - `plan`, `run`: as for `schedule`; the run's `steps` are how far is looked.
 * - `options.functions`: the functions that `custom` plans name. Default none. What they do inside is not known.
 *
 * Returns whole steps above 0 and below `run.steps`, each once and in order; 100,000 at most.
 *
 * Throws a PlanError that lists every problem of the plan and the run.
 *
 * @example
 * ```ts
 * import { warmupMultiFactor } from "anneal";
 * import { changePoints } from "anneal/svg";
 * const plan = warmupMultiFactor({ factor: 0.1, milestones: [30, 60], warmup: 5, from: 0.001 });
 * changePoints(plan, { base: 0.01, steps: 90 }); // => [5, 30, 60]
 * ```
 */
export function changePoints<P extends Plan>(
  plan: P,
  run: RunFor<FactsOf<P>> & { readonly steps: number },
  options: BuildOptions = {},
): readonly number[] {
  const problems = new Problems();
  const functions = functionsOf(options, problems);
  problems.throwIfAny();
  const pieces = piecesOf(plan, run, functions);
  const steps = run?.steps;
  if (!(steps > 0)) refuse("run.steps", "a number above 0", steps);
  const found = new Set<number>();
  for (let i = 0; i < pieces.length && found.size < MOST; i++) {
    const one = pieces[i] as Piece;
    const before = pieces[i - 1];
    const end = Math.min(pieces[i + 1]?.start ?? 1 / 0, steps);
    if (!(one.start < end)) continue;
    // What goes on holding the same value is no change.
    const goes = before && !before.leaf && !one.leaf && before.value === one.value;
    for (const time of [...(goes ? [] : [one.start]), ...timesIn(one, one.start, end, 1 / 0)]) {
      // What is within rounding of a whole step is that step.
      const step = Math.ceil(time - 1e-9 * Math.max(time, 1));
      if (step > 0 && step < steps) found.add(step);
    }
  }
  return [...found].sort((a, b) => a - b).slice(0, MOST);
}
