import { isList, type Value } from "../value.ts";
import { choose, Failure, isUnknown, lift } from "./derived.ts";
import type { Evaluation } from "./evaluation.ts";
import { isWithout } from "./group.ts";
import { type Held, Named, OneOf } from "./held.ts";
import { type Node, parts } from "./node.ts";
import { binary, compare, LONGEST, truth, unary } from "./operators.ts";
import type { Scope } from "./scope.ts";

const COMPARES: ReadonlySet<string> = new Set(["==", "!=", "<>", "<", "<=", ">", ">=", "is", "is not", "in", "not in"]);

/** An operator between two expressions. */
export function operation(node: Node, scope: Scope, evaluation: Evaluation): Held {
  const { left, operator, right } = sides(node, evaluation);
  if (!left || !right) return evaluation.unknown(node);
  const a = evaluation.operand(left, scope);
  if (operator === "and" || operator === "or") return either(node, operator, a, right, scope, evaluation);
  const b = evaluation.operand(right, scope);
  if (!evaluation.take(sizeOf(a) + sizeOf(b) + (operator === "*" ? product(a, b) : 0))) {
    return evaluation.unknown(node, "lists that are too long");
  }
  return lift([a, b], evaluation.written(node), (x, y) => binary(operator, x as Value, y as Value));
}

/** A comparison, or a chain of them, each of which has to hold. */
export function comparison(node: Node, scope: Scope, evaluation: Evaluation): Held | undefined {
  const chain: { operator: string; right: Node }[] = [];
  let first: Node | undefined = node;
  while (first?.name === "BinaryExpression" && !first.broken) {
    const { left, operator, right }: Sides = sides(first, evaluation);
    if (!COMPARES.has(operator) || !left || !right) break;
    chain.unshift({ operator, right });
    first = left;
  }
  if (chain.length === 0 || !first) return undefined;
  const operands = [first, ...chain.map(({ right }) => right)].map((one) => evaluation.operand(one, scope));
  const [key = null, group = null] = operands;
  const [{ operator: only } = { operator: "" }] = chain;
  if (/^(?:not )?in$/.test(only) && chain.length === 1 && isWithout(group, key, node, evaluation)) return only !== "in";
  return lift(operands, evaluation.written(node), (...known) => {
    for (const [i, { operator }] of chain.entries()) {
      const holds = compare(operator, known[i] as Value, known[i + 1] as Value);
      if (holds instanceof Failure || holds !== true) return holds;
    }
    return true;
  });
}

/** An operator before an expression. */
export function negation(node: Node, scope: Scope, evaluation: Evaluation): Held {
  const [sign, inside] = node.children;
  if (!sign || !inside) return evaluation.unknown(node);
  const operator = evaluation.source.slice(sign.from, sign.to);
  return lift([evaluation.operand(inside, scope)], evaluation.written(node), (x) => unary(operator, x as Value));
}

/** `yes if condition else no`. */
export function conditional(node: Node, scope: Scope, evaluation: Evaluation): Held {
  const [yes, condition, no] = parts(node);
  if (!yes || !condition || !no) return evaluation.unknown(node);
  const holds = evaluation.operand(condition, scope);
  if (!isUnknown(holds)) return evaluation.evaluate(truth(holds) ? yes : no, scope);
  const [one, other] = [evaluation.evaluate(yes, scope), evaluation.evaluate(no, scope)];
  if (one instanceof Named && other instanceof Named) return new OneOf(holds, one, other, evaluation.text(node));
  const value = (held: Held, at: Node) => evaluation.readers.value(held, at, evaluation);
  return choose(holds, value(one, yes), value(other, no), evaluation.written(node), truth);
}

/** `and` and `or`, which give one of their operands and do not look at the second where the first decides. */
function either(
  node: Node,
  operator: "and" | "or",
  first: Value,
  right: Node,
  scope: Scope,
  evaluation: Evaluation,
): Held {
  const decides = (value: Value) => truth(value) === (operator === "or");
  if (!isUnknown(first)) return decides(first) ? first : evaluation.evaluate(right, scope);
  const second = evaluation.operand(right, scope);
  return choose(first, first, second, evaluation.written(node), decides);
}

/** What reading a value again costs: long lists are made and compared only so often. */
function sizeOf(value: Value): number {
  return isList(value) || typeof value === "string" ? Math.floor(value.length / 30) : 0;
}

function product(a: Value, b: Value): number {
  const [list, times] = typeof a === "number" ? [b, a] : [a, b];
  const long = (isList(list) || typeof list === "string") && typeof times === "number" ? list.length * times : 0;
  return long > 0 && long <= LONGEST ? Math.floor(long / 30) : 0;
}

interface Sides {
  readonly left: Node | undefined;
  readonly operator: string;
  readonly right: Node | undefined;
}

function sides(node: Node, { source }: Evaluation): Sides {
  const { children } = node;
  const [left, right] = [children[0], children.at(-1)];
  const operator = children.slice(1, -1).map(({ from, to }) => source.slice(from, to));
  return { left, operator: operator.join(" "), right: right === left ? undefined : right };
}
