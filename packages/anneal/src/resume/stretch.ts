import { Problems } from "../error.ts";
import { misfit, readFields } from "../field.ts";
import { freeze } from "../freeze.ts";
import type { Plan } from "../plan.ts";
import { readPlan } from "../readPlan.ts";
import { type Run, runFields } from "../run.ts";
import { settled } from "./settled.ts";

/**
 * The same curve so many times as long: what {@link extend} makes of the rest of a run, for a whole plan.
 *
 * Formula: `stretch(plan, n)(t) = plan(t / n)`.
 *
 * - `plan`: any plan but a `custom` one, since only the function itself knows its longer form. `"rest"` stays: it is what
 *   is left of the new run.
 * - `times`: how many times as long, above 0.
 * - `from`: the facts of the plan's run. Default none.
 * - `to`: those of the new run. A time or a level keeps its unit where that comes to the same there, and is told in steps
 *   or as a value where not. Default `from`.
 *
 * Throws a PlanError that lists every problem of the plan and the runs, for a `custom` plan, and for one on a clock of
 * samples or tokens while their number per update changes.
 *
 * @example
 * ```ts
 * import { cosine, linear } from "anneal";
 * import { stretch } from "anneal/resume";
 * stretch(linear({ from: 0.1, to: 0, over: 10 }), 2.5); // => { kind: "linear", from: 0.1, to: 0, over: 25 }
 * const cut = stretch(cosine({ from: "1x", to: 0, over: "30%" }), 2, { steps: 90 }, { steps: 180 });
 * cut; // => { kind: "cosine", from: "1x", to: 0, over: "30%" }
 * ```
 *
 * Source: Composer 0.33's `scale_schedule_ratio`.
 */
export function stretch(plan: Plan, times: number, from: Run = {}, to: Run = from): Plan {
  const problems = new Problems();
  const expected = misfit({ type: "number", above: 0 }, times);
  if (expected) problems.add("times", expected, times);
  readFields({ problems }, runFields, from, "from");
  readFields({ problems }, runFields, to, "to");
  problems.throwIfAny();
  // Where no base is known, factors of it are the same in both.
  readPlan(plan, "", problems, { base: 1, ...from });
  problems.throwIfAny();
  return freeze(settled(plan, from, to, times));
}
