import type { Problems } from "../error.ts";
import { type Field, FROM_ZERO, misfit } from "../field.ts";
import type { Functions } from "../kind.ts";
import type { Plan } from "../plan.ts";
import type { Run } from "../run.ts";
import { compileSchedule, type Schedule } from "../schedule.ts";

/**
 * Compiles one plan for all groups, or one for each, against each group's base value of the hyperparameter `key`.
 * Groups with the same plan and base share one schedule. A base is one of `row`; `check` looks at each schedule once, and gives the one to be used.
 */
export function compileEach(
  plans: Plan | readonly Plan[],
  bases: readonly number[],
  run: Run,
  key: string,
  problems: Problems,
  path: string = key,
  functions?: Functions,
  row: Field = FROM_ZERO,
  check?: (schedule: Schedule, path: string) => Schedule,
): Schedule[] {
  const own = Array.isArray(plans);
  const before = problems.issues.length;
  const made = new Map<Plan, Map<number, Schedule>>();
  if (own && plans.length !== bases.length) {
    problems.add(path, `${bases.length} plans, one for each param group`, plans);
  }
  return bases.map((given, i) => {
    const expected = misfit(row, given);
    const base = expected ? 1 : given;
    const [plan, at] = own ? [plans[i] as Plan, `${path}[${i}]`] : [plans as Plan, path];
    const byBase = made.get(plan) ?? new Map<number, Schedule>();
    made.set(plan, byBase);
    // What is wrong with the one plan is told once, and a plan that lacks has been told of.
    const told = own ? i >= plans.length : problems.issues.length > before;
    if (!told && !byBase.has(base)) {
      const schedule = compileSchedule(plan, { ...run, base }, at, problems, functions);
      byBase.set(base, (!expected && !problems.issues[0] && check?.(schedule, at)) || schedule);
    }
    if (expected) problems.add(`paramGroups[${i}].${key}`, expected, given);
    return byBase.get(base) as Schedule;
  });
}

/** The plans as they were read: deeply frozen copies of the given ones. */
export function plansOf(schedules: readonly Schedule[], given: Plan | readonly Plan[]): Plan | readonly Plan[] {
  const plans = schedules.map(({ plan }) => plan);
  return Array.isArray(given) ? plans : (plans[0] as Plan);
}
