import { shortName } from "../entry.ts";
import { Call, Unknown, type Value } from "../value.ts";
import { choose, Derived, isUnknown } from "./derived.ts";
import type { Evaluation } from "./evaluation.ts";
import { Either, type Flow, goesOn } from "./flow.ts";
import { Choice, Class, Defined, type Held, Instance, Named, OneOf } from "./held.ts";
import type { Change } from "./journal.ts";
import { type Node, parts } from "./node.ts";
import { equal, truth } from "./operators.ts";
import type { Scope } from "./scope.ts";
import { forget } from "./targets.ts";
import { unsetIn } from "./unset.ts";

/** The most conditions of one statement that are told apart. */
const MOST_BRANCHES = 60;

/** `if`, `elif` and `else`: the branch that is taken where that is known, else all of them. */
export function branch(node: Node, scope: Scope, evaluation: Evaluation): Flow {
  const inside = parts(node);
  const branches: Link[] = [];
  for (let i = 0; i < inside.length; i++) {
    const [one, next] = [inside[i] as Node, inside[i + 1]];
    if (one.name === "Body") branches.push({ body: one });
    else if (next?.name === "Body") branches.push({ condition: one, body: inside[++i] as Node });
  }
  return choices(branches, scope, evaluation);
}

interface Link {
  readonly condition?: Node;
  readonly body: Node;
}

function choices(links: readonly Link[], scope: Scope, evaluation: Evaluation): Flow {
  if (links.length > MOST_BRANCHES) return uncertain(links, scope, evaluation);
  const [first, ...rest] = links;
  if (!first) return undefined;
  if (!first.condition) return evaluation.run([first.body], scope);
  const condition = evaluation.operand(first.condition, scope);
  if (!isUnknown(condition)) {
    return truth(condition) ? evaluation.run([first.body], scope) : choices(rest, scope, evaluation);
  }
  const text = evaluation.text(first.condition);
  const deciding = (holds: boolean) => ({ text, value: condition, holds });
  return eitherWay(
    condition,
    () => evaluation.surroundings.inside(deciding(true), () => evaluation.run([first.body], scope)),
    () => evaluation.surroundings.inside(deciding(false), () => choices(rest, scope, evaluation)),
    first.body,
    evaluation,
  );
}

/** Reads both ways that a condition leads, and joins what they assign. */
export function eitherWay(
  condition: Value,
  first: () => Flow,
  second: () => Flow,
  node: Node,
  evaluation: Evaluation,
): Flow {
  const yes = evaluation.journal.attempt(first);
  const no = evaluation.journal.attempt(second);
  const ways: Ways[] = [];
  const known = new Map<Map<string, Held>, Map<string, Ways>>();
  const gather = (changes: readonly Change[], way: "yes" | "no") => {
    for (const { names, name, before, after } of changes) {
      const own = known.get(names) ?? new Map<string, Ways>();
      known.set(names, own);
      const one = own.get(name) ?? { names, name, yes: before, no: before };
      if (!own.has(name)) ways.push(one);
      own.set(name, one);
      one[way] = after;
    }
  };
  gather(yes.changes, "yes");
  gather(no.changes, "no");
  // What a parameter decides is no matter of how a thing is set up.
  const isOfParameter = condition instanceof Derived && condition.free !== undefined;
  for (const way of ways) {
    if (!isOfParameter && (way.yes === undefined) !== (way.no === undefined)) {
      const unset = unsetIn(way.names, way.name);
      way.yes ??= unset;
      way.no ??= unset;
      if (unset instanceof Unknown) way.written = unset.name;
    }
    const held = goesOn(yes.result) ? (goesOn(no.result) ? join(condition, way, node, evaluation) : way.yes) : way.no;
    if (held !== undefined) evaluation.journal.write(way.names, way.name, held);
  }
  if (yes.result === undefined && no.result === undefined) return undefined;
  return new Either(condition, yes.result, no.result);
}

interface Ways {
  readonly names: Map<string, Held>;
  readonly name: string;
  /** How it is written, where that is more than its name. */
  written?: string;
  yes: Held | undefined;
  no: Held | undefined;
}

/** An entry of an optimizer's group. */
const RATE = /\[\s*(["'])lr\1\s*\]$/;

/** What a name holds after a condition that is not known. */
function join(
  condition: Value,
  { name: own, written: name = own, yes, no }: Ways,
  node: Node,
  evaluation: Evaluation,
): Held | undefined {
  // A rate that only one way sets stays what it was on the other.
  if ((yes === undefined || no === undefined) && RATE.test(name)) {
    const [set, kept] = [yes ?? Number.NaN, no ?? Number.NaN];
    return isValue(set) && isValue(kept)
      ? choose(condition, set, kept, () => ({ name, place: evaluation.place(node) }), truth)
      : new Unknown(name, evaluation.place(node), "a condition decides what it is");
  }
  // A name that only one way assigns is read only where that way was taken.
  if (yes === undefined || no === undefined) return yes === undefined ? no : yes;
  if (yes === no || same(yes, no)) return yes;
  // Imports that are tried one after the other stand for the same.
  if (yes instanceof Named && no instanceof Named && shortName(yes.path) === shortName(no.path)) return yes;
  if ([yes, no].some(isNameable) && [yes, no].every(isCallable)) {
    const either = new OneOf(condition, yes, no, name);
    if (either.size <= MOST_BRANCHES) return either;
  }
  const place = evaluation.place(node);
  const value = (held: Held) => (held instanceof Named ? evaluation.readers.value(held, node, evaluation) : held);
  const [a, b] = [value(yes), value(no)];
  if (!isValue(a) || !isValue(b)) return new Unknown(name, place, "a condition decides what it is");
  return choose(condition, a, b, () => ({ name, place }), truth);
}

function same(yes: Held, no: Held): boolean {
  return isValue(yes) && isValue(no) && !isUnknown(yes) && !isUnknown(no) && equal(yes, no);
}

function isValue(held: Held): held is Value {
  const strange = held instanceof Named || held instanceof Choice || held instanceof Class || held instanceof Instance;
  return !strange && !isFunction(held);
}

function isFunction(held: Held): boolean {
  return held instanceof Defined || held instanceof OneOf;
}

/** What is called by its name: functions, and what may be a class. */
function isNameable(held: Held): boolean {
  return isFunction(held) || held instanceof Named;
}

/** What may be called: functions, and what the text does not tell. */
function isCallable(held: Held): boolean {
  return isFunction(held) || held instanceof Unknown || held instanceof Call || held instanceof Named;
}

/** More branches than are told apart: what they assign is unknown. */
function uncertain(links: readonly Link[], scope: Scope, evaluation: Evaluation): Flow {
  for (const { condition, body } of links) {
    if (condition) evaluation.evaluate(condition, scope);
    evaluation.journal.attempt(() => evaluation.run([body], scope));
  }
  for (const { body } of links) forget(body, "a condition decides what it is", scope, evaluation);
  return undefined;
}
