import type { Expression } from "../expression/expression.ts";

/** The variables of an expression that it does not itself bind. */
export function freeVariables(expression: Expression): Set<Expression> {
  if (typeof expression === "number") return new Set();
  if (expression.op === "variable") return new Set([expression]);
  const all = new Set(expression.of.flatMap((one) => [...freeVariables(one)]));
  if (expression.op === "let") all.delete(expression.of[0] as Expression);
  return all;
}
