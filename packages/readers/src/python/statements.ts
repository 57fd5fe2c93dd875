import type { Value } from "../value.ts";
import { assign, assignEach } from "./assign.ts";
import { loop, matchStatement, tryStatement, withStatement } from "./blocks.ts";
import { branch } from "./branch.ts";
import { commaSeparated } from "./collections.ts";
import { defineClass } from "./defineClass.ts";
import { defineFunction } from "./defined.ts";
import { lift } from "./derived.ts";
import type { Evaluation } from "./evaluation.ts";
import { type Flow, goesOn, inTurn, Returned, STOPPED } from "./flow.ts";
import { importNames } from "./importNames.ts";
import { type Node, parts, split } from "./node.ts";
import { binary } from "./operators.ts";
import type { Scope } from "./scope.ts";

type Execute = (node: Node, scope: Scope, evaluation: Evaluation) => Flow | undefined;

/** How many statements of one block may return by a condition. */
const MOST_RETURNS = 100;

/** What only tells of what it is given, and how long its name is at most. */
const TELLS = /^(?:print|(?:\w+\.)*(?:info|debug|warning|log|write|add_scalars?))\(/;
const LONGEST_NAME = 80;

/** A statement after which the next is always reached. */
function always(act: (node: Node, scope: Scope, evaluation: Evaluation) => void): Execute {
  return (node, scope, evaluation) => {
    act(node, scope, evaluation);
    return undefined;
  };
}

const EXECUTE: ReadonlyMap<string, Execute> = new Map<string, Execute>([
  ["ImportStatement", always(importNames)],
  ["AssignStatement", always(assignment)],
  ["UpdateStatement", always(update)],
  ["IfStatement", branch],
  ["ForStatement", loop],
  ["WhileStatement", loop],
  ["TryStatement", tryStatement],
  ["WithStatement", withStatement],
  ["MatchStatement", matchStatement],
  ["FunctionDefinition", always(defineFunction)],
  ["ClassDefinition", always(defineClass)],
  ["ReturnStatement", (node, scope, evaluation) => new Returned(commaSeparated(values(node), scope, evaluation))],
  ["StatementGroup", (node, scope, evaluation) => run(node.children, scope, evaluation)],
  ["Body", (node, scope, evaluation) => run(node.children, scope, evaluation)],
  [
    "RaiseStatement",
    (node, scope, evaluation) => {
      for (const part of parts(node)) evaluation.evaluate(part, scope);
      return STOPPED;
    },
  ],
  ["DecoratedStatement", (node, scope, evaluation) => run(node.children, scope, evaluation)],
  ["ScopeStatement", always(outsideNames)],
]);

/** Goes through statements in their order; how they end. */
export function run(statements: readonly Node[], scope: Scope, evaluation: Evaluation): Flow {
  const flows: Flow[] = [];
  for (const statement of statements) {
    if (!evaluation.worthReading()) break;
    const flow = execute(statement, scope, evaluation);
    if (flow === undefined) continue;
    flows.push(flow);
    if (!goesOn(flow)) break;
  }
  if (flows.length > MOST_RETURNS) {
    const [first] = statements as [Node];
    return new Returned(evaluation.unknown(first, "too many conditions"));
  }
  return flows.reduceRight<Flow>((rest, flow) => inTurn(flow, rest), undefined);
}

function execute(node: Node, scope: Scope, evaluation: Evaluation): Flow {
  const known = EXECUTE.get(node.name);
  if (known) return known(node, scope, evaluation);
  // An expression, and what only has expressions in it.
  const { because } = evaluation;
  for (const part of parts(node)) evaluation.evaluate(part, scope);
  if (TELLS.test(evaluation.source.slice(node.from, Math.min(node.to, node.from + LONGEST_NAME)))) {
    evaluation.because = because;
  }
  return undefined;
}

/** `global` and `nonlocal`. */
function outsideNames(node: Node, scope: Scope, { source }: Evaluation): void {
  let outer = scope;
  while (outer.parent) outer = outer.parent;
  const nonlocal = node.children[0]?.name === "nonlocal";
  for (const { from, to } of parts(node)) {
    const name = source.slice(from, to);
    scope.outside.set(name, (nonlocal && scope.parent?.owner(name)) || outer);
  }
}

function values(node: Node): readonly Node[] {
  return node.children.filter(({ name }) => !/^(return|TypeDef)$/.test(name));
}

function assignment(node: Node, scope: Scope, evaluation: Evaluation): void {
  const groups = split(
    node.children.filter(({ name }) => name !== "TypeDef"),
    "AssignOp",
  );
  const written = groups.at(-1) ?? [];
  const targets = groups.slice(0, -1);
  const read = commaSeparated(written, scope, evaluation);
  const value = node.broken ? evaluation.unknown(node, "a syntax error") : read;
  for (const target of targets) {
    const names = target.filter(({ name }) => name !== ",");
    const [only] = names;
    if (only && target.length === 1) assign(only, value, scope, evaluation);
    else assignEach(names, value, scope, evaluation);
  }
}

function update(node: Node, scope: Scope, evaluation: Evaluation): void {
  const [target, sign, ...rest] = node.children;
  if (!target || !sign) return;
  const operator = evaluation.source.slice(sign.from, sign.to).replace(/=$/, "");
  const added = evaluation.readers.value(commaSeparated(rest, scope, evaluation), node, evaluation);
  const value = lift([evaluation.operand(target, scope), added], evaluation.written(node), (a, b) =>
    binary(operator, a as Value, b as Value),
  );
  if (operator === "+" && typeof added === "number" && evaluation.first) {
    evaluation.surroundings.count(evaluation.text(target), added);
  }
  assign(target, node.broken ? evaluation.unknown(node, "a syntax error") : value, scope, evaluation);
}
