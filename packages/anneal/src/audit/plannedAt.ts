import type { Plan } from "../plan.ts";
import type { Run } from "../run.ts";
import { Course } from "./course.ts";
import type { AuditOptions } from "./options.ts";

/** What a plan has at a step of a log, each of which is so many updates. */
export function plannedAt(
  plan: Plan,
  run: Run,
  { functions, unit, updatesPerEpoch = 1 }: AuditOptions,
  spacing: number,
): (step: number) => number {
  const course = new Course(plan, run, functions);
  return (step) => {
    const update = step * spacing;
    return course.at(unit === "epoch" ? Math.floor(update / updatesPerEpoch + 1e-9) : update);
  };
}
