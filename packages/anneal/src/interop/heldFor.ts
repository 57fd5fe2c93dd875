import type { FactsOf } from "../needs.ts";
import type { Plan } from "../plan.ts";
import type { RunFor } from "../schedule.ts";
import { type OfUpdatesOptions, ofUpdates } from "./ofUpdates.ts";
import type { WrittenFunction } from "./writtenFunction.ts";

/**
 * A plan that counts epochs as a function of updates, for a `custom` plan: each of its values is held for as many updates
 * as an epoch has. Exports write it as the plan's own formula of `step // updates`.
 *
 * Formula: `f(t) = schedule(plan, run)(floor(t / updates))`; within 1e-9 of an epoch's end that is over.
 *
 * - `plan`, `run`: in epochs, as for `schedule`.
 * - `updates`: how many updates an epoch has, above 0.
 * - `options.functions`: as for `formula`. Default none.
 * - `options.name`: what is counted, as the formula's variable, a name of letters, digits and _. Default `"epoch"`.
 *
 * Throws a PlanError that lists every problem of the plan and the run, or for `updates`.
 *
 * @example
 * ```ts
 * import { cosine, custom } from "anneal";
 * import { heldFor, toPython } from "anneal/interop";
 * const ofEpoch = heldFor(cosine({ from: 0.1, to: 0, over: 90 }), {}, 250);
 * const { code } = toPython(custom({ name: "ofEpoch" }), {}, { functions: { ofEpoch } });
 * code.includes("epoch = step // 250"); // => true
 * ```
 */
export function heldFor<P extends Plan>(
  plan: P,
  run: RunFor<FactsOf<P>>,
  updates: number,
  options: OfUpdatesOptions = {},
): WrittenFunction {
  return ofUpdates(plan, run, updates, options, "turns");
}
