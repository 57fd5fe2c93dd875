import type { Loop } from "../stepped.ts";
import { Call, isList, Unknown, type Value } from "../value.ts";
import { appendsGroups } from "./appendsGroups.ts";
import { areMade } from "./areMade.ts";
import { assign, assignEach } from "./assign.ts";
import { eitherWay } from "./branch.ts";
import { byDefault } from "./derived.ts";
import { ENTRY } from "./entriesSet.ts";
import type { Evaluation } from "./evaluation.ts";
import { type Flow, goesOn, inTurn } from "./flow.ts";
import { Group } from "./group.ts";
import type { Held } from "./held.ts";
import { loopSetter } from "./loopSetter.ts";
import { type Node, parts, split } from "./node.ts";
import type { Scope } from "./scope.ts";
import { startsOf } from "./startsOf.ts";
import { forget, targetsOf } from "./targets.ts";
import { turnsOf } from "./turnsOf.ts";
import { unchanged } from "./unchanged.ts";

/** `for` and `while`: read once, with everything unknown that changes in it. */
export function loop(node: Node, scope: Scope, evaluation: Evaluation): Flow {
  const around = loopOf(node, scope, evaluation);
  // What is computed may be computed turn by turn; what is read is read once, but for each of several optimizers.
  const isEach = !evaluation.first || areMade(around.items) || appendsGroups(node, evaluation);
  const turns = isEach && eachTurn(node, around, scope, evaluation);
  if (turns) return turns();
  const isOutermost = evaluation.first && !evaluation.surroundings.inLoop;
  if (isOutermost) evaluation.loopSetters.push(...[loopSetter(node, around, scope, evaluation) ?? []].flat());
  const isGroups = setsGroups(node, around, scope, evaluation);
  if (!isGroups) evaluation.because ??= "a function with a loop";
  const [body] = parts(node).filter(({ name }) => name === "Body");
  if (!body) return undefined;
  const forgotten = evaluation.journal.noting(() => {
    forget(node, "it changes in a loop", scope, evaluation, isGroups && evaluation.assumed ? ENTRY : undefined);
    const [, variable] = node.children;
    if (isGroups && variable?.name === "VariableName" && /\.param_groups\s*$/.test(around.over)) {
      assign(variable, new Group(evaluation.text(variable), evaluation.place(variable)), scope, evaluation);
    }
  });
  const before = new Map<string, Held | undefined>();
  for (const one of forgotten) if (one.names === scope.names && !before.has(one.name)) before.set(one.name, one.before);
  const { changes } = evaluation.journal.attempt(() =>
    evaluation.surroundings.inside({ ...around, starts: startsOf(before) }, () => evaluation.run([body], scope)),
  );
  for (const { names, name, after } of changes) {
    const old = names === scope.names && before.has(name) ? before.get(name) : names.get(name);
    // What is made in the loop and only there, or is what it was, is the same after every round; so is each group's own.
    const isOwn = old === undefined || (isGroups && evaluation.assumed && ENTRY.test(name));
    if (after !== undefined && (isOwn || unchanged(old, after))) evaluation.journal.write(names, name, after);
  }
  const other = parts(node).filter(({ name }) => name === "Body")[1];
  return other && evaluation.run([other], scope);
}

/** The most turns of a loop that are gone through one by one. */
const MOST_TURNS = 64;

/** A loop over the items of a list that is known, without another way out, as its statements in turn. */
function eachTurn(node: Node, around: Loop, scope: Scope, evaluation: Evaluation): (() => Flow) | undefined {
  const items = listOf(around.items, evaluation);
  const bodies = node.children.filter(({ name }) => name === "Body");
  const [body] = bodies;
  if (node.name !== "ForStatement" || !body || bodies.length > 1 || !items) return undefined;
  const cost = evaluation.first ? Math.ceil((body.to - body.from) / 30) : 1;
  if (items.length > MOST_TURNS || breaks(body) || !evaluation.take(items.length * cost)) return undefined;
  const start = node.children.findIndex(({ name }) => name === "for") + 1;
  const end = node.children.findIndex(({ name }) => name === "in");
  const targets = node.children.slice(start, end).filter(({ name }) => name !== ",");
  return () => {
    const flows: Flow[] = [];
    const { surroundings } = evaluation;
    const turns = areMade(items) ? 0 : 1;
    surroundings.turning += turns;
    for (const item of items) {
      const [only] = targets;
      if (only && end - start === 1) assign(only, item, scope, evaluation);
      else assignEach(targets, item, scope, evaluation);
      const flow = evaluation.run([body], scope);
      flows.push(flow);
      if (!goesOn(flow)) break;
    }
    surroundings.turning -= turns;
    return flows.reduceRight<Flow>((rest, flow) => inTurn(flow, rest), undefined);
  };
}

/** A list, also one that is a flag's default, where that may be taken. */
function listOf(items: Value | undefined, { assumed }: Evaluation): readonly Value[] | undefined {
  if (isList(items)) return items;
  const flags: Unknown[] = [];
  const value = assumed && items instanceof Unknown ? byDefault(items, flags) : undefined;
  if (!assumed || !isList(value)) return undefined;
  assumed.push(...flags.filter((one) => !assumed.includes(one)));
  return value;
}

function breaks({ name, children }: Node): boolean {
  return /^(?:Break|Continue)Statement$/.test(name) || children.some(breaks);
}

/** Whether a loop does the same to each group of an optimizer, and to nothing else that was there before. */
function setsGroups(node: Node, { variable, over }: Loop, scope: Scope, evaluation: Evaluation): boolean {
  const names = new Set(variable.match(/\w+/g));
  return (
    /\.param_groups\b/.test(over) &&
    targetsOf(node, evaluation).every((target) => {
      const text = evaluation.text(target);
      const [root] = /^\w+/.exec(text) ?? [];
      if (root === undefined) return true;
      return names.has(root) || (target.name === "VariableName" && !scope.names.has(text));
    })
  );
}

/** What is around the statements of a loop. */
function loopOf(node: Node, scope: Scope, evaluation: Evaluation): Loop {
  let items: Held | undefined;
  for (const part of parts(node)) {
    if (part.name !== "Body" && part.name !== "VariableName") items = evaluation.evaluate(part, scope);
  }
  const through = node.children[node.children.findIndex(({ name }) => name === "in") + 1];
  if (through?.name === "VariableName") items = evaluation.evaluate(through, scope);
  const head = evaluation.source.slice(node.from, node.children.find(({ name }) => name === "Body")?.from ?? node.to);
  const [, variable = "", over = head] = /^(?:async )?for\b([\s\S]*?)\bin\b([\s\S]*)/.exec(head.slice(0, 500)) ?? [];
  const isLong = through && !isList(items as Value);
  const turns = isLong ? turnsOf(through, scope, evaluation) : undefined;
  return {
    ...{ variable, over },
    ...(items !== undefined && { items: evaluation.readers.value(items, node, evaluation) }),
    ...(turns !== undefined && { turns }),
  };
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
  const { line, column } = evaluation.place(node);
  const condition = new Unknown(`try_at_line_${line}`, { line, column }, "whether it succeeds, true or false");
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
  const called: Call[] = [];
  for (const group of split(node.children.slice(1), ",")) {
    const [context, as, target] = group;
    if (!context || context.name === "Body") continue;
    const value = evaluation.value(context, scope);
    if (value instanceof Call) called.push(value);
    if (as?.name === "as" && target) assign(target, value, scope, evaluation);
  }
  const body = node.children.find(({ name }) => name === "Body");
  const read = called.reduceRight<() => Flow>(
    (inner, call) => () => evaluation.surroundings.inside(call, inner),
    () => body && evaluation.run([body], scope),
  );
  return read();
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
