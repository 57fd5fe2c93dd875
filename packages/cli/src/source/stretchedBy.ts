import { type Functions, type Plan, type Run, schedule } from "anneal";
import { type Expression, formula, type Operation, type WrittenFunction } from "anneal/interop";

/** A plan that counts epochs as a function of updates that moves with each of them, with its formula of `step / updates`. */
export function stretchedBy(
  plan: Plan,
  run: Run,
  updates: number,
  options: { readonly functions: Functions },
): WrittenFunction {
  const at = schedule(plan, run, options);
  const { expression } = formula(plan, run, options);
  const epoch: Operation = { op: "variable", of: [], name: "epoch" };
  const formulaAt = (time: Expression): Expression => {
    const part: Expression = typeof time === "number" ? time / updates : { op: "/", of: [time, updates] };
    return { op: "let", of: [epoch, part, atTime(expression, epoch)] };
  };
  return Object.assign((t: number) => at(t / updates), { formulaAt });
}

/** A formula of the step, read at another time; its variables stay the same objects. */
function atTime(expression: Expression, time: Expression): Expression {
  if (typeof expression === "number") return expression;
  if (expression.op === "variable") return expression.name === "step" ? time : expression;
  return { ...expression, of: expression.of.map((one) => atTime(one, time)) };
}
