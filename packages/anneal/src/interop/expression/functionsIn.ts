import type { Expression } from "./expression.ts";

/** The names of the functions of the user's that a formula calls. */
export function functionsIn(expression: Expression): Set<string> {
  if (typeof expression === "number") return new Set();
  const { op, of, name } = expression;
  return new Set([...(op === "custom" ? [name as string] : []), ...of.flatMap((one) => [...functionsIn(one)])]);
}
