import type { Plan } from "../plan.ts";
import type { Policy } from "../scheduler/policy.ts";
import { eachGroup } from "./eachGroup.ts";
import { joined } from "./joined.ts";
import { endOf, meet } from "./meet.ts";

/**
 * Goes on with the new plan's own shape from the rate in force, without a jump, to where the new plan ends.
 *
 * Formula, with P' the same moment in the new run (as in {@link replace}), M its end, v the rate in force, s = `new(P')`,
 * e = `new(M)` and w = (t - P') / (M - P'): `rate(t) = e + (new(t) - e) (v - e) / (s - e)` where v > 0 lies between e and
 * s, or e is 0 and s is not; else what is too much or too little fades out: `new(t) + (v - s) (1 - w)` where v >= s, and
 * `new(t) (v / s + (1 - v / s) w)` where v < s. Before P' the plan is the old one.
 *
 * The new run must say how long it is. The rate in force has the controllers' scales in it; the new plan's controllers go
 * on from the saved states when they are of the same kinds. A hyperparameter or a group that was not saved follows the
 * new plan.
 *
 * @example
 * ```ts
 * import { cosine, linear, Scheduler } from "anneal";
 * import { splice } from "anneal/resume";
 * const saved = new Scheduler({ paramGroups: [{ lr: 0.1 }] }, { lr: linear({ from: 0.1, to: 0, over: 10 }) });
 * saved.seek(5);
 * const plan = cosine({ from: 0.4, to: 0, over: 10 });
 * const scheduler = new Scheduler({ paramGroups: [{ lr: 0.1 }] }, { lr: plan }, { steps: 10 });
 * scheduler.restore(saved.state(), splice);
 * scheduler.rates(); // => { lr: [0.05] }
 * scheduler.seek(10);
 * scheduler.rates(); // => { lr: [0] }
 * ```
 */
export const splice: Policy = (saved, own, functions) => {
  const { goOn, join, inForce, old, next, groups, place, run } = meet(saved, own, functions);
  const end = endOf(run, "run", place);
  const program = eachGroup(own.program, groups, (key, group) => {
    const plan = next.plan(key, group) as Plan;
    const value = inForce(key, group);
    if (value === undefined) return plan;
    const curve = next.curve(key, group);
    const spliced = shaped(plan, value, [curve(place), curve(end)], place, end);
    return joined(old.plan(key, group) as Plan, spliced, join(key, group));
  });
  return goOn({ program, run, bases: own.bases, position: place });
};

/** A plan that begins at a value instead of its own, and ends as it does. */
function shaped(plan: Plan, value: number, [start, last]: readonly [number, number], from: number, end: number): Plan {
  if (value === start) return plan;
  const share = (value - last) / (start - last);
  if (value > 0 && share >= 0 && (share <= 1 || (last === 0 && share < 1 / 0))) {
    const scaled: Plan = { kind: "product", factors: [plan, { kind: "constant", value: share }] };
    const rest: Plan = { kind: "constant", value: (1 - share) * last };
    return last === 0 ? scaled : { kind: "sum", terms: [scaled, rest] };
  }
  const fading = (first: number, to: number): Plan => {
    const line: Plan = { kind: "linear", from: first, to, over: end - from };
    return from > 0 ? { kind: "sequence", parts: [{ kind: "constant", value: first, over: from }, line] } : line;
  };
  return value > start
    ? { kind: "sum", terms: [plan, fading(value - start, 0)] }
    : { kind: "product", factors: [plan, fading(value / start, 1)] };
}
