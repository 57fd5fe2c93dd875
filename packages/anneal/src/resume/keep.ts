import type { Policy } from "../scheduler/policy.ts";
import { checkOwn, open, openSaved } from "./both.ts";
import { basesOf, controllersOf } from "./carriedOver.ts";
import { eachGroup } from "./eachGroup.ts";

/**
 * Goes on as it was saved: the saved program, run and bases; the new ones are dropped.
 *
 * Formula: `rate(t) = old(t)`.
 *
 * A param group that is new follows the plan of the last saved one, from a base of its own.
 *
 * @example
 * ```ts
 * import { linear, Scheduler } from "anneal";
 * import { keep } from "anneal/resume";
 * const saved = new Scheduler({ paramGroups: [{ lr: 0.1 }] }, { lr: linear({ from: "1x", to: 0, over: 10 }) });
 * saved.seek(5);
 * const scheduler = new Scheduler({ paramGroups: [{ lr: 0.1 }] }, { lr: linear({ from: "1x", to: 0, over: 20 }) });
 * scheduler.restore(saved.state(), keep);
 * scheduler.rates(); // => { lr: [0.05] }
 * scheduler.seek(10);
 * scheduler.rates(); // => { lr: [0] }
 * ```
 */
export const keep: Policy = (saved, own, functions) => {
  checkOwn(own);
  const { state, plan, groups: last } = openSaved(saved, functions);
  const groups = Object.values(own.bases)[0]?.length ?? last;
  const grown = (key: string, group: number) =>
    plan(key, Math.min(group, last - 1)) as NonNullable<ReturnType<typeof plan>>;
  const program = groups === last ? state.program : eachGroup(state.program, groups, grown);
  const controllers = controllersOf(program, saved, own);
  return open({ ...state, program, bases: basesOf(saved, own), controllers }, functions).state;
};
