import { isDictionary, isList, Unknown, type Value } from "../value.ts";
import { keyOf, unpacked } from "./collections.ts";
import { alias } from "./derived.ts";
import type { Evaluation } from "./evaluation.ts";
import { fieldOf } from "./fieldOf.ts";
import { Defined, type Held, Instance } from "./held.ts";
import type { Node } from "./node.ts";
import type { Scope } from "./scope.ts";
import { whyNone } from "./targets.ts";
import { noteUnset } from "./unset.ts";
import { WrittenCall } from "./writtenCall.ts";

/** Assigns to a name, a field, an entry, or several of them. */
export function assign(target: Node, value: Held, scope: Scope, evaluation: Evaluation): void {
  switch (target.name) {
    case "VariableName":
      assignName(target, value, scope, evaluation);
      return;
    case "MemberExpression":
      assignMember(target, value, scope, evaluation);
      return;
    case "TupleExpression":
    case "ArrayExpression":
    case "ParenthesizedExpression":
      assignEach(unpacked(target), value, scope, evaluation);
      return;
  }
}

/** Assigns the items of a list to several targets. */
export function assignEach(targets: readonly Node[], value: Held, scope: Scope, evaluation: Evaluation): void {
  const items = isList(value as Value) ? (value as readonly Held[]) : undefined;
  const each = items?.length === targets.length ? items : undefined;
  for (const [i, target] of targets.entries()) {
    assign(target, each ? (each[i] as Held) : evaluation.unknown(target), scope, evaluation);
  }
}

function assignName(target: Node, value: Held, scope: Scope, evaluation: Evaluation): void {
  const name = evaluation.source.slice(target.from, target.to);
  const names = scope.outside.get(name)?.names ?? scope.names;
  if (value instanceof WrittenCall) value.keep(name);
  if (value instanceof Defined && value.name === "lambda") value.variable ??= name;
  const held = value instanceof Unknown ? alias(value, name, evaluation.place(target)) : value;
  evaluation.journal.write(names, name, held);
  evaluation.noticed(names, name, target);
}

function assignMember(target: Node, value: Held, scope: Scope, evaluation: Evaluation): void {
  const [inside, mark, key] = target.children;
  if (!inside || !mark || !key) return;
  if (value instanceof WrittenCall) value.variable ??= evaluation.text(target);
  const object = evaluation.evaluate(inside, scope);
  const field = mark.name === ".";
  const index = field ? evaluation.source.slice(key.from, key.to) : evaluation.operand(key, scope);
  const name = keyOf(index);
  if (field && object instanceof WrittenCall && evaluation.first) {
    const set = evaluation.readers.value(value, target, evaluation);
    object.setLater(index as string, set, evaluation.place(target), evaluation.surroundings.isSure);
  }
  if (field && object instanceof Instance) {
    const unset = object.flags?.known.get(index as string)?.value;
    const held = (unset ?? null) === null ? undefined : fieldOf(object, index as string, target, evaluation);
    if (held !== undefined) noteUnset(object.fields, index as string, held);
    evaluation.journal.write(object.fields, index as string, value);
  } else if (isDictionary(object as Value) && name !== undefined) {
    const entry = evaluation.readers.value(value, target, evaluation);
    evaluation.journal.write(object as Map<string, Held>, name, entry);
    const text = evaluation.text(target);
    if (OF_GROUPS.test(text)) evaluation.assigned.set(text, { node: target, because: whyNone(evaluation) });
  } else if (isDictionary(object as Value)) {
    assign(inside, evaluation.unknown(inside, "an entry of it is assigned"), scope, evaluation);
  } else if (isList(object as Value)) {
    assignItem(inside, object as readonly Held[], index, value, scope, evaluation);
  } else {
    const text = evaluation.text(target);
    evaluation.assigned.set(text, { node: target, because: whyNone(evaluation) });
    const { names } = moduleOr(scope, text, inside, evaluation);
    if (field && !names.has(text) && !OF_OPTIMIZER.test(text)) {
      noteUnset(names, text, new Unknown(text, evaluation.place(target)));
    }
    evaluation.journal.write(names, text, value);
  }
}

/** A group of an optimizer that is made of a list of them. */
const OF_GROUPS = /\.param_groups\[/;

/** What is set in an optimizer is for its readers. */
const OF_OPTIMIZER = /optim/i;

/** An entry of something unknown is kept where the name is that it begins with. */
function moduleOr(scope: Scope, text: string, inside: Node, { source }: Evaluation): Scope {
  let root = inside;
  while (root.children[0] && root.name !== "VariableName") root = root.children[0];
  return scope.owner(text) ?? scope.owner(source.slice(root.from, root.to)) ?? scope;
}

function assignItem(
  inside: Node,
  list: readonly Held[],
  index: Held,
  value: Held,
  scope: Scope,
  evaluation: Evaluation,
): void {
  const known = typeof index === "number" && Math.abs(index) < list.length && evaluation.take(list.length);
  const at = Number(index) < 0 ? list.length + Number(index) : Number(index);
  const changed = known
    ? (list.with(at, value) as unknown as Held)
    : evaluation.unknown(inside, "an item of it is assigned");
  assign(inside, changed, scope, evaluation);
}
