import type { Expression } from "./expression.ts";

/** What gives whole numbers of whole ones. */
const WHOLE = ["+", "-", "*", "%", "min", "max"];

/** Whether it is a whole number at every whole step; `known` are the variables that are. */
export function isWhole(expression: Expression, known: ReadonlySet<Expression>): boolean {
  if (typeof expression === "number") return Number.isSafeInteger(expression);
  const { op, of, numbers } = expression;
  if (op === "entry") return (numbers as number[]).every(Number.isSafeInteger);
  if (op === "floor" || op === "ceil" || op === "search" || known.has(expression)) return true;
  return WHOLE.includes(op) && of.every((one) => isWhole(one, known));
}
