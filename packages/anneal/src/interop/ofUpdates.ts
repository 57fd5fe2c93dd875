import { refuse } from "../error.ts";
import { misfit } from "../field.ts";
import type { CustomFunction } from "../kind.ts";
import type { Plan } from "../plan.ts";
import type { Run } from "../run.ts";
import { type BuildOptions, schedule } from "../schedule.ts";
import { checkOptions } from "./checkOptions.ts";
import { apply, bind, type Expression, STEP } from "./expression/expression.ts";
import { formula } from "./formula.ts";
import { checkName } from "./print/checkName.ts";
import type { WrittenFunction } from "./writtenFunction.ts";

/** What a plan that counts epochs is built with as a function of updates. */
export interface OfUpdatesOptions extends BuildOptions {
  /** What is counted, as the formula's variable. Default `"epoch"`. */
  readonly name?: string;
}

/** How many epochs are done: those that are whole, or what part of the next one as well. */
type Count = "turns" | "/";

/** A plan that counts epochs as a function of updates, with its formula of how many epochs they are. */
export function ofUpdates(
  plan: Plan,
  run: Run,
  updates: number,
  options: OfUpdatesOptions,
  count: Count,
): WrittenFunction {
  const expected = misfit({ type: "number", above: 0 }, updates);
  if (expected) refuse("updates", expected, updates);
  checkOptions(options, "functions", "name");
  const { functions = {}, name = "epoch" } = options;
  checkName(name);
  const at = schedule(plan, run, { functions });
  const { expression } = formula(plan, run, { functions });
  const call: CustomFunction = (t) => at(count === "/" ? t / updates : Math.floor(t / updates + 1e-9));
  const formulaAt = (time: Expression) => bind(name, apply(count, time, updates), (epoch) => read(expression, epoch));
  return Object.assign(call, { formulaAt });
}

/** A formula of the step, read at another time; its variables stay the same objects. */
function read(expression: Expression, time: Expression): Expression {
  if (typeof expression === "number" || (expression.op === "variable" && expression !== STEP)) return expression;
  return expression === STEP ? time : { ...expression, of: expression.of.map((one) => read(one, time)) };
}
