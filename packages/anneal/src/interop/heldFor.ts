import { refuse } from "../error.ts";
import { misfit } from "../field.ts";
import type { CustomFunction } from "../kind.ts";
import type { FactsOf } from "../needs.ts";
import type { Plan } from "../plan.ts";
import { type BuildOptions, type RunFor, schedule } from "../schedule.ts";
import { checkOptions } from "./checkOptions.ts";
import { apply, bind, type Expression, STEP } from "./expression/expression.ts";
import { formula } from "./formula.ts";
import { checkName } from "./print/checkName.ts";
import type { WrittenFunction } from "./writtenFunction.ts";

/** What a held plan is built with. */
export interface HeldOptions extends BuildOptions {
  /** What is counted, as the formula's variable. Default `"epoch"`. */
  readonly name?: string;
}

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
  options: HeldOptions = {},
): WrittenFunction {
  const expected = misfit({ type: "number", above: 0 }, updates);
  if (expected) refuse("updates", expected, updates);
  checkOptions(options, "functions", "name");
  const { functions = {}, name = "epoch" } = options;
  checkName(name);
  const at = schedule(plan, run, { functions });
  const { expression } = formula(plan, run, { functions });
  const call: CustomFunction = (t) => at(Math.floor(t / updates + 1e-9));
  const formulaAt = (time: Expression) => bind(name, apply("turns", time, updates), (epoch) => read(expression, epoch));
  return Object.assign(call, { formulaAt });
}

/** A formula of the step, read at another time; its variables stay the same objects. */
function read(expression: Expression, time: Expression): Expression {
  if (typeof expression === "number" || (expression.op === "variable" && expression !== STEP)) return expression;
  return expression === STEP ? time : { ...expression, of: expression.of.map((one) => read(one, time)) };
}
