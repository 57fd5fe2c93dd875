import type { Plan } from "../plan.ts";
import type { Policy } from "../scheduler/policy.ts";
import { basesOf } from "./carriedOver.ts";
import { eachGroup } from "./eachGroup.ts";
import { enclosed, takesRest } from "./enclosed.ts";
import { after, joined } from "./joined.ts";
import { endOf, meet } from "./meet.ts";
import { settled } from "./settled.ts";

/**
 * Goes on with the saved program, the rest of which is stretched, or shortened, to the end of the new run.
 *
 * Formula: `rate(t) = old(P + (t - P') (N - P) / (M - P'))` for `t >= P'`, for a position P in a run of N updates, P' the
 * same moment in the new run (as in {@link replace}), and M its end: no jump, and at M what the old plan has at N. After
 * the old end its last value is held. Before P' the plan is what it was.
 *
 * Both runs must say how long they are; the new program is dropped.
 *
 * Throws a PlanError for a position that is past the new end, for a plan of the kind `custom`, since only the function
 * itself knows its longer form (pass it in the new program, with {@link replace} or {@link splice}), and for a plan on a
 * clock of samples or tokens while their number per update changes.
 *
 * @example
 * ```ts
 * import { linear, Scheduler } from "anneal";
 * import { extend } from "anneal/resume";
 * const program = { lr: linear({ from: 0.1, to: 0, over: "rest" }) };
 * const saved = new Scheduler({ paramGroups: [{ lr: 0.1 }] }, program, { steps: 10 });
 * saved.seek(5);
 * const scheduler = new Scheduler({ paramGroups: [{ lr: 0.1 }] }, program, { steps: 25 });
 * scheduler.restore(saved.state(), extend);
 * scheduler.rates(); // => { lr: [0.05] }
 * scheduler.seek(15);
 * scheduler.rates(); // => { lr: [0.025] }
 * ```
 *
 * Source: Composer 0.33's `scale_schedule_ratio`, for what is left of a run.
 */
export const extend: Policy = (saved, own, functions) => {
  const { goOn, join, old, groups, position, place, run } = meet(saved, own, functions);
  const [before, end] = [endOf(old.state.run, "state.run", 0), endOf(run, "run", place)];
  const bases = basesOf(saved, own);
  const stretch = (end - place) / (before - position);
  const program = eachGroup(old.state.program, groups, (key, i) => {
    const group = Math.min(i, old.groups - 1);
    const plan = old.plan(key, group) as Plan;
    const carried = join(key, group, bases);
    const { from, to } = carried;
    if (!(stretch > 0 && stretch < 1 / 0)) {
      return joined(plan, { kind: "constant", value: old.curve(key, group)(position) }, carried);
    }
    if (stretch === 1 && place === position) return settled(takesRest(plan) ? enclosed(plan, from) : plan, from, to);
    const stretched = settled(enclosed(after(plan, position), from), from, to, stretch);
    return joined(plan, { kind: "shift", plan: stretched, by: stretch * position - place }, carried);
  });
  return goOn({ program, run, bases, position: place });
};
