import { refuse } from "../error.ts";
import { type Fields, isObject } from "../field.ts";
import type { Plan } from "../plan.ts";
import { checkOptions } from "../recipes/checkOptions.ts";
import type { Policy } from "../scheduler/policy.ts";
import { type Level, resolve, type Time } from "../units.ts";
import { eachGroup } from "./eachGroup.ts";
import { joined } from "./joined.ts";
import { endOf, meet } from "./meet.ts";

/** What {@link rewarm} takes. */
export interface RewarmOptions {
  readonly over: Time;
  readonly from?: Level;
  readonly clock?: "global" | "local";
}

/** The table of {@link rewarm}'s options. */
export const rewarmFields: Fields<RewarmOptions> = {
  over: { type: "time" },
  from: { type: "level", default: undefined },
  clock: { of: ["global", "local"], default: "global" },
};

/**
 * Goes on with a warm-up that climbs to the new plan, and then with the new plan.
 *
 * Formula, with P' the same moment in the new run (as in {@link replace}) and W = `over`:
 * `from + (new(P' + W) - from) (t - P') / W` for `P' <= t < P' + W`, then `new(t)`; on the local clock the new plan begins
 * after the warm-up: it is climbed to `new(0)`, and then `new(t - P' - W)`. Before P' the plan is the old one.
 *
 * - `over`: how long the rate climbs, a time in the new run.
 * - `from`: the level of the first update, for every hyperparameter. Default: the value in force.
 * - `clock`: `"global"`: the new plan's time has gone on meanwhile; `"local"`: it begins after the warm-up, as for a new
 *   data set. Default `"global"`.
 *
 * A hyperparameter or a group that was not saved follows the new plan.
 *
 * Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import { constant, linear, Scheduler } from "anneal";
 * import { rewarm } from "anneal/resume";
 * const saved = new Scheduler({ paramGroups: [{ lr: 0.1 }] }, { lr: linear({ from: 0.1, to: 0, over: 10 }) });
 * saved.seek(10);
 * const scheduler = new Scheduler({ paramGroups: [{ lr: 0.1 }] }, { lr: constant({ value: "1x" }) });
 * scheduler.restore(saved.state(), rewarm({ over: "4 steps" }));
 * [10, 12, 14].map((step) => (scheduler.seek(step), scheduler.rates().lr)); // => [[0], [0.05], [0.1]]
 * ```
 *
 * Source: Gupta et al. 2023, "Continual Pre-Training of Large Language Models: How to (re)warm your model?"; Ibrahim et
 * al. 2024, "Simple and Scalable Strategies to Continually Pre-train Large Language Models".
 */
export function rewarm(options: RewarmOptions): Policy {
  if (isObject(options) && "program" in options) refuse("policy", "what rewarm({ over: … }) makes", rewarm);
  const { over, from: first, clock } = checkOptions<RewarmOptions>(rewarmFields, options);
  return (saved, own, functions) => {
    const { goOn, join, inForce, old, next, groups, place, run } = meet(saved, own, functions);
    const steps = resolve("time", over, run);
    if (typeof steps !== "number") return refuse("over", steps ?? "a time", over);
    if (run.steps !== undefined) endOf(run, "run", place + steps);
    const program = eachGroup(own.program, groups, (key, group) => {
      const plan = next.plan(key, group) as Plan;
      const value = inForce(key, group);
      if (value === undefined) return plan;
      const to = next.curve(key, group)(clock === "local" ? 0 : place + steps);
      const ramp: Plan = { kind: "linear", from: first ?? value, to, over: steps };
      return joined(old.plan(key, group) as Plan, plan, join(key, group), { ramp, steps, clock });
    });
    return goOn({ program, run, bases: own.bases, position: place });
  };
}
