import type { Problems } from "../error.ts";
import { accepts, expectation, FROM_ZERO } from "../field.ts";
import type { Plan } from "../plan.ts";
import type { Run } from "../run.ts";
import { compileSchedule, type Schedule } from "../schedule.ts";

/** Compiles one plan for all groups, or one for each, against each group's base value of the hyperparameter `key`. */
export function compileEach(
  plans: Plan | readonly Plan[],
  bases: readonly number[],
  run: Run,
  key: string,
  problems: Problems,
): Schedule[] {
  const own = Array.isArray(plans);
  const before = problems.issues.length;
  if (own && plans.length !== bases.length) {
    problems.add(key, `${bases.length} plans, one for each param group`, plans);
  }
  return bases.map((base, i) => {
    const usable = accepts(FROM_ZERO, base);
    const facts = { ...run, base: usable ? base : 1 };
    // What is wrong with the one plan is told once, and a plan that lacks has been told of.
    const told = own ? i >= plans.length : problems.issues.length > before;
    const [plan, path] = own ? [plans[i] as Plan, `${key}[${i}]`] : [plans as Plan, key];
    const schedule = told ? undefined : compileSchedule(plan, facts, path, problems);
    if (!usable) problems.add(`paramGroups[${i}].${key}`, expectation(FROM_ZERO), base);
    return schedule as Schedule;
  });
}

/** The plans as they were read: deeply frozen copies of the given ones. */
export function plansOf(schedules: readonly Schedule[], given: Plan | readonly Plan[]): Plan | readonly Plan[] {
  const plans = schedules.map(({ plan }) => plan);
  return Array.isArray(given) ? plans : (plans[0] as Plan);
}
