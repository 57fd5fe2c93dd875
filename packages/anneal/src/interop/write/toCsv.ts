import { refuse } from "../../error.ts";
import { MOST_PIECES } from "../../limits.ts";
import type { FactsOf } from "../../needs.ts";
import type { Plan } from "../../plan.ts";
import { type BuildOptions, type RunFor, schedule } from "../../schedule.ts";
import { checkOptions } from "../checkOptions.ts";
import type { Exported } from "./exported.ts";

/**
 * Writes the values of a plan, one line for each step of the run, as comma-separated values.
 *
 * - `plan`, `run`, `options.functions`: as for `schedule`; the run says how many `steps` there are, up to 1,000,000.
 *
 * Every value has all of its digits. Throws a PlanError that lists every problem of the plan and the run.
 *
 * @example
 * ```ts
 * import { linear } from "anneal";
 * import { toCsv } from "anneal/interop";
 * toCsv(linear({ from: 0, to: 1, over: 4 }), { steps: 3 }).code; // => "step,value\n0,0\n1,0.25\n2,0.5\n"
 * ```
 */
export function toCsv<P extends Plan>(
  plan: P,
  run: RunFor<FactsOf<P>> & { readonly steps: number },
  options: BuildOptions = {},
): Exported {
  checkOptions(options, "functions");
  const lr = schedule<Plan>(plan, run, options);
  const steps = lr.run.steps as number;
  if (!(steps <= MOST_PIECES)) refuse("run.steps", "1,000,000 at most", steps);
  const lines = Array.from(lr.fill(new Float64Array(Math.ceil(steps))), (value, step) => `${step},${value}\n`);
  return { code: `step,value\n${lines.join("")}`, exact: true, notes: [] };
}
