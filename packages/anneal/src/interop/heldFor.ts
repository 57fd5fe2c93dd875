import { refuse } from "../error.ts";
import { misfit } from "../field.ts";
import type { CustomFunction } from "../kind.ts";
import type { FactsOf } from "../needs.ts";
import type { Plan } from "../plan.ts";
import { type BuildOptions, type RunFor, schedule } from "../schedule.ts";
import { apply, bind, type Expression, STEP } from "./expression/expression.ts";
import { formula } from "./formula.ts";
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
  options: BuildOptions = {},
): WrittenFunction {
  const expected = misfit({ type: "number", above: 0 }, updates);
  if (expected) refuse("updates", expected, updates);
  const at = schedule(plan, run, options);
  const { expression } = formula(plan, run, options);
  const call: CustomFunction = (t) => at(Math.floor(t / updates + 1e-9));
  const formulaAt = (time: Expression) =>
    bind("epoch", apply("turns", time, updates), (epoch) => read(expression, epoch));
  return Object.assign(call, { formulaAt });
}

/** A formula of the step, read at another time; its variables stay the same objects. */
function read(expression: Expression, time: Expression): Expression {
  if (typeof expression === "number" || (expression.op === "variable" && expression !== STEP)) return expression;
  return expression === STEP ? time : { ...expression, of: expression.of.map((one) => read(one, time)) };
}
