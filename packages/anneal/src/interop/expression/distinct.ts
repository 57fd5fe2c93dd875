import { apply, type Expression, type Operation, variable } from "./expression.ts";

/** The same formula, in which no variable is called like another one around it: names tell them apart, also in JSON. */
export function distinct(
  expression: Expression,
  taken: Set<string> = new Set(["step"]),
  renamed: Map<Expression, Operation> = new Map(),
): Expression {
  if (typeof expression === "number") return expression;
  const { op, of } = expression;
  if (op === "variable") return renamed.get(expression) ?? expression;
  if (op !== "let") return { ...expression, of: of.map((one) => distinct(one, taken, renamed)) };
  const [it, value, inside] = of as [Operation, Expression, Expression];
  const own = distinct(value, taken, renamed);
  let name = it.name as string;
  for (let i = 2; taken.has(name); i++) name = it.name + String(i);
  const before = renamed.get(it) ?? it;
  const bound = variable(name);
  taken.add(name);
  renamed.set(it, bound);
  const result = apply("let", bound, own, distinct(inside, taken, renamed));
  taken.delete(name);
  renamed.set(it, before);
  return result;
}
