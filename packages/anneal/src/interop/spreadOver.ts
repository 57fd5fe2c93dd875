import type { FactsOf } from "../needs.ts";
import type { Plan } from "../plan.ts";
import type { RunFor } from "../schedule.ts";
import { type OfUpdatesOptions, ofUpdates } from "./ofUpdates.ts";
import type { WrittenFunction } from "./writtenFunction.ts";

/**
 * A plan that counts epochs as a function of updates, for a `custom` plan: it moves with every update, which is a part of
 * an epoch. Exports write it as the plan's own formula of `step / updates`. {@link heldFor} holds its values instead.
 *
 * Formula: `f(t) = schedule(plan, run)(t / updates)`.
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
 * import { custom, linear } from "anneal";
 * import { spreadOver, toPython } from "anneal/interop";
 * const ofEpoch = spreadOver(linear({ from: 0.1, to: 0, over: 90 }), {}, 250);
 * ofEpoch(11_250, []); // => 0.05
 * const { code } = toPython(custom({ name: "ofEpoch" }), {}, { functions: { ofEpoch } });
 * code.includes("epoch = step / 250"); // => true
 * ```
 *
 * Source: PyTorch 2.15 `CosineAnnealingWarmRestarts`, which is told `step(epoch + i / iters)`.
 */
export function spreadOver<P extends Plan>(
  plan: P,
  run: RunFor<FactsOf<P>>,
  updates: number,
  options: OfUpdatesOptions = {},
): WrittenFunction {
  return ofUpdates(plan, run, updates, options, "/");
}
