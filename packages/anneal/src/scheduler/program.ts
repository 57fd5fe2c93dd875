import type { Problems } from "../error.ts";
import { join } from "../field.ts";
import { checkPlan, type Plan } from "../plan.ts";

/** What drives each hyperparameter of an optimizer: one plan for all its param groups, or one for each. */
export interface Program {
  readonly [hyperparameter: string]: Plan | readonly Plan[];
}

/** Checks a program and returns a deeply frozen copy. */
export function checkProgram(program: unknown, path: string, problems: Problems): Program {
  const copy: Record<string, Plan | readonly Plan[]> = {};
  const entries = typeof program === "object" && program !== null ? Object.entries(program) : [];
  if (entries.length === 0) problems.add(path, "a plan for at least one hyperparameter, such as { lr: plan }", program);
  for (const [key, value] of entries) {
    const at = join(path, key);
    copy[key] = Array.isArray(value)
      ? Object.freeze(value.map((plan, i) => checkPlan(plan, `${at}[${i}]`, problems)))
      : checkPlan(value, at, problems);
  }
  return Object.freeze(copy);
}
