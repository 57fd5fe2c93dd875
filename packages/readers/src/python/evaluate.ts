import { assign } from "./assign.ts";
import { callExpression } from "./callExpression.ts";
import { arrayOf, dictionaryOf, tupleOf } from "./collections.ts";
import { comprehension } from "./comprehension.ts";
import { defineLambda } from "./defined.ts";
import type { Evaluation } from "./evaluation.ts";
import { comparison, conditional, negation, operation } from "./expressions.ts";
import { type Held, Named } from "./held.ts";
import { numberLiteral, stringLiteral } from "./literal.ts";
import { memberExpression } from "./memberExpression.ts";
import { type Node, parts } from "./node.ts";
import type { Scope } from "./scope.ts";

type Evaluate = (node: Node, scope: Scope, evaluation: Evaluation) => Held;

const inside: Evaluate = (node, scope, evaluation) => {
  const [only] = parts(node);
  return only ? evaluation.evaluate(only, scope) : evaluation.unknown(node);
};

const text: Evaluate = (node, _scope, evaluation) => {
  const pieces = node.name === "String" ? [node] : node.children;
  const texts = pieces.map((piece) =>
    piece.name === "String" ? stringLiteral(evaluation.source.slice(piece.from, piece.to)) : undefined,
  );
  return texts.includes(undefined) ? evaluation.unknown(node) : texts.join("");
};

const EVALUATE: ReadonlyMap<string, Evaluate> = new Map<string, Evaluate>([
  [
    "Number",
    (node, _scope, evaluation) => {
      const number = numberLiteral(evaluation.source.slice(node.from, node.to));
      return number ?? evaluation.unknown(node, "a number that is not read");
    },
  ],
  ["String", text],
  ["ContinuedString", text],
  ["Boolean", ({ from, to }) => to - from === 4],
  ["None", () => null],
  [
    "VariableName",
    (node, scope, evaluation) => {
      const name = evaluation.source.slice(node.from, node.to);
      const held = scope.find(name);
      return held === undefined ? new Named(name, false) : held;
    },
  ],
  ["ParenthesizedExpression", inside],
  ["AwaitExpression", inside],
  ["TupleExpression", tupleOf],
  ["ArrayExpression", arrayOf],
  ["SetExpression", arrayOf],
  ["DictionaryExpression", dictionaryOf],
  ["ArrayComprehensionExpression", comprehension],
  ["ComprehensionExpression", comprehension],
  ["SetComprehensionExpression", comprehension],
  ["DictionaryComprehensionExpression", comprehension],
  [
    "BinaryExpression",
    (node, scope, evaluation) => comparison(node, scope, evaluation) ?? operation(node, scope, evaluation),
  ],
  ["UnaryExpression", negation],
  ["ConditionalExpression", conditional],
  ["LambdaExpression", defineLambda],
  ["MemberExpression", memberExpression],
  ["CallExpression", callExpression],
  [
    "NamedExpression",
    (node, scope, evaluation) => {
      const [target, value] = parts(node).filter(({ name }) => name !== "AssignOp");
      if (!target || !value) return evaluation.unknown(node);
      const held = evaluation.evaluate(value, scope);
      assign(target, held, scope, evaluation);
      return held;
    },
  ],
]);

/** What an expression of a Python text is, without running it. */
export function evaluate(node: Node, scope: Scope, evaluation: Evaluation): Held {
  const known = node.broken && node.name !== "CallExpression" ? undefined : EVALUATE.get(node.name);
  if (known) return known(node, scope, evaluation);
  // What cannot be read may have calls in it that can.
  const seen = parts(node).filter(({ name }) => name !== "ParamList" && name !== "Body");
  const held = seen.map((child) => evaluation.evaluate(child, scope));
  return evaluation.unknown(node, node.broken ? "a syntax error" : undefined, ...held);
}
