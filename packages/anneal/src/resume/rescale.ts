import type { Policy } from "../scheduler/policy.ts";
import { nearWhole } from "../units.ts";
import { endOf, meet } from "./meet.ts";

/**
 * Goes on with the new program, run and bases at the same share of the run.
 *
 * Formula: `rate(t) = new(t)`, from t = P M / N on, for a position P in a run of N updates, and M of the new one. Both
 * must say how long they are.
 *
 * @example
 * ```ts
 * import { linear, Scheduler } from "anneal";
 * import { rescale } from "anneal/resume";
 * const program = { lr: linear({ from: "1x", to: 0, over: "rest" }) };
 * const saved = new Scheduler({ paramGroups: [{ lr: 0.1 }] }, program, { steps: 1000 });
 * saved.seek(500);
 * const scheduler = new Scheduler({ paramGroups: [{ lr: 0.1 }] }, program, { steps: 4000 });
 * scheduler.restore(saved.state(), rescale);
 * scheduler.position; // => 2000
 * scheduler.rates(); // => { lr: [0.05] }
 * ```
 */
export const rescale: Policy = (saved, own, functions) => {
  const { goOn, position, old } = meet(saved, own, functions);
  const [before, after] = [endOf(old.state.run, "state.run", 0), endOf(own.run, "run", 0)];
  return goOn({ ...own, position: nearWhole((position / before) * after) });
};
