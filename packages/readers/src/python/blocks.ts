import type { Value } from "../value.ts";
import { assign } from "./assign.ts";
import { eitherWay } from "./branch.ts";
import { isUnknown } from "./derived.ts";
import type { Evaluation } from "./evaluation.ts";
import { type Flow, goesOn } from "./flow.ts";
import type { Held } from "./held.ts";
import { type Node, parts, split } from "./node.ts";
import { equal } from "./operators.ts";
import type { Scope } from "./scope.ts";
import { forget } from "./targets.ts";

/** `for` and `while`: read once, with everything unknown that changes in it. */
export function loop(node: Node, scope: Scope, evaluation: Evaluation): Flow {
  evaluation.because ??= "a function with a loop";
  for (const part of parts(node)) {
    if (part.name !== "Body" && part.name !== "VariableName") evaluation.evaluate(part, scope);
  }
  const [body] = parts(node).filter(({ name }) => name === "Body");
  if (!body) return undefined;
  const before = new Map(scope.names);
  forget(node, "it changes in a loop", scope, evaluation);
  const { changes } = evaluation.journal.attempt(() => evaluation.run([body], scope));
  for (const { names, name, after } of changes) {
    const old = names === scope.names ? before.get(name) : names.get(name);
    // What is made in the loop and only there, or is what it was, is the same after every round.
    if (after !== undefined && (old === undefined || unchanged(old, after)))
      evaluation.journal.write(names, name, after);
  }
  const [, other] = parts(node).filter(({ name }) => name === "Body");
  return other && evaluation.run([other], scope);
}

function unchanged(old: Held, after: Held): boolean {
  return old === after || (plain(old) && plain(after) && equal(old as Value, after as Value));
}

function plain(held: Held): boolean {
  return held === null || typeof held !== "object" || (Array.isArray(held) && !isUnknown(held as Value));
}

/** `try`: what is in it is done, and what handles its errors may be. */
export function tryStatement(node: Node, scope: Scope, evaluation: Evaluation): Flow {
  evaluation.because ??= "a function with a try statement";
  const [, ...clauses] = node.children;
  const [body] = clauses;
  const flow = body ? evaluation.run([body], scope) : undefined;
  let word = "";
  for (const clause of clauses.slice(1)) {
    if (clause.name !== "Body") word = /^(except|else|finally)$/.test(clause.name) ? clause.name : word;
    else if (word === "except") maybe(node, clause, scope, evaluation);
    else evaluation.run([clause], scope);
  }
  // What follows is read even where the statement returns, since an error may have come first.
  return goesOn(flow) || clauses.some(({ name }) => name === "except") ? undefined : flow;
}

/** Statements that are run or not. */
function maybe(node: Node, body: Node, scope: Scope, evaluation: Evaluation): void {
  const condition = evaluation.unknown(node, "whether there is an error");
  eitherWay(
    condition,
    () => undefined,
    () => {
      evaluation.run([body], scope);
      return undefined;
    },
    node,
    evaluation,
  );
}

/** `with a as b`. */
export function withStatement(node: Node, scope: Scope, evaluation: Evaluation): Flow {
  for (const group of split(node.children.slice(1), ",")) {
    const [context, as, target] = group;
    if (!context || context.name === "Body") continue;
    const value = evaluation.value(context, scope);
    if (as?.name === "as" && target) assign(target, value, scope, evaluation);
  }
  const body = node.children.find(({ name }) => name === "Body");
  return body && evaluation.run([body], scope);
}

/** `match`: any of its cases, or none. */
export function matchStatement(node: Node, scope: Scope, evaluation: Evaluation): Flow {
  evaluation.because ??= "a function with a match statement";
  const [subject, cases] = parts(node);
  if (subject) evaluation.evaluate(subject, scope);
  for (const clause of cases?.children ?? []) {
    const body = clause.children.find(({ name }) => name === "Body");
    if (body) maybe(clause, body, scope, evaluation);
  }
  return undefined;
}
