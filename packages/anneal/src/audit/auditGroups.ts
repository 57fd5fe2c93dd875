import { refuse } from "../error.ts";
import { isObject } from "../field.ts";
import type { Plan } from "../plan.ts";
import type { Run } from "../run.ts";
import { auditBeside } from "./audit.ts";
import type { LoggedRates } from "./loggedRates.ts";
import type { AuditOptions } from "./options.ts";
import { groupNeverScheduled } from "./signatures/groupNeverScheduled.ts";
import { swapped } from "./swapped.ts";
import type { Audit, Explanation } from "./verdict.ts";

/** One param group, or one hyperparameter, of a log. */
export interface LoggedGroup {
  readonly name: string;
  readonly plan: Plan;
  readonly run: Run;
  readonly logged: LoggedRates;
}

/** What was found of one group. */
export interface AuditedGroup extends Audit {
  readonly name: string;
}

/**
 * Audits several groups, or hyperparameters, of one run, each as {@link audit} does: of one that never moves while
 * another does, it says that it was never scheduled beside the others, and of those that have each other's rates, that
 * they are swapped.
 *
 * - `groups`: what each was meant to follow, and what was logged of it.
 * - `options`: those of `audit`, for all of them.
 *
 * Throws a PlanError as `audit` does, for the first group that has a problem.
 *
 * @example
 * ```ts
 * import { linear, schedule } from "anneal";
 * import { auditGroups } from "anneal/audit";
 * const [plan, run] = [linear({ from: "1x", to: 0, over: "rest" }), { base: 0.1, steps: 50 }];
 * const steps = Float64Array.from({ length: 50 }, (_, step) => step);
 * const body = { name: "body", plan, run, logged: { steps, rates: steps.map((step) => schedule(plan, run)(step)) } };
 * const head = { name: "head", plan, run, logged: { steps, rates: steps.map(() => 0.1) } };
 * auditGroups([body, head]).map(({ bug }) => bug?.name ?? "none"); // => ["none", "groupNeverScheduled"]
 * ```
 */
export function auditGroups(groups: readonly LoggedGroup[], options: AuditOptions = {}): readonly AuditedGroup[] {
  const given: unknown = groups;
  if (!Array.isArray(given) || !given.every(isObject)) {
    refuse("groups", "a list of { name, plan, run, logged }", given);
  }
  const alone = groups.map(({ name, plan, run, logged }) => {
    const beside = groups.flatMap((other) => (other.logged !== logged && isObject(other.logged) ? [other.logged] : []));
    return { name, ...auditBeside(plan, run, logged, options, beside) };
  });
  const audits = swapped(groups, alone, options);
  const moves = groups.filter(({ logged }) => {
    const rates = Array.from(logged.rates).filter(Number.isFinite);
    return rates.some((rate) => rate !== rates[0]);
  });
  return audits.map((one) => {
    const { bug } = one;
    const beside = moves.find(({ name }) => name !== one.name);
    if (!beside || bug?.name !== "neverScheduled") return one;
    const { find: _, ...told } = { find: undefined, ...groupNeverScheduled };
    const text = `${bug.text}, while ${beside.name} moves`;
    const renamed: Explanation = { ...bug, ...told, text };
    return { ...one, text: `${renamed.title}: ${text}`, bug: renamed };
  });
}
