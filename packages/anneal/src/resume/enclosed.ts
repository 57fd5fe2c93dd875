import { Problems } from "../error.ts";
import type { Sequence } from "../kinds/sequence.ts";
import type { Plan } from "../plan.ts";
import { readPlan } from "../readPlan.ts";
import type { Run } from "../run.ts";

/** Later than any run ends. */
const FAR = 2 ** 53;

/**
 * A plan as a part of another one that is the same as it was alone in its run: its `"rest"` is what it was, it goes on as
 * long, and milestones that lie in the past are no mistake. `inRun`: the other one is of the same run.
 */
export function enclosed(plan: Plan, run: Run, inRun = false): Sequence {
  if (inRun || !takesRest(plan)) {
    if (plan.kind === "sequence") return plan;
    if (lengthOf(plan, run) === 1 / 0) return { kind: "sequence", parts: [plan] };
  }
  return { kind: "sequence", parts: [{ plan, until: run.steps ?? FAR }] };
}

/** How many steps a plan lasts in its run: Infinity when it never ends, NaN when it takes what remains. */
export function lengthOf(plan: Plan, run: Run): number {
  return readPlan(plan, "", new Problems(), run)?.length() ?? 0;
}

/** Whether what it is depends on how much is left of the run. */
export function takesRest(value: unknown): boolean {
  return value === "rest" || (typeof value === "object" && value !== null && Object.values(value).some(takesRest));
}
