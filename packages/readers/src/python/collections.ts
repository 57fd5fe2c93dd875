import { isDictionary, isList, type Value } from "../value.ts";
import { Derived, Failure, lift, type Outcome } from "./derived.ts";
import type { Evaluation } from "./evaluation.ts";
import type { Held } from "./held.ts";
import { type Node, parts, split } from "./node.ts";
import type { Scope } from "./scope.ts";

/** `[a, b]`, `{a, b}`. */
export function arrayOf(node: Node, scope: Scope, evaluation: Evaluation): Held {
  return items(node, node.children.slice(1, -1), scope, evaluation);
}

/** `(a, b)`. */
export const tupleOf: typeof arrayOf = arrayOf;

/** Values with commas between them; a starred one that is unknown makes all of it unknown. */
export function items(node: Node, children: readonly Node[], scope: Scope, evaluation: Evaluation): Held {
  const list: Value[] = [];
  let unknown = false;
  for (const group of split(children, ",")) {
    const [star, inside] = group[0]?.name === "*" ? group : [undefined, group[0]];
    if (!inside) continue;
    const value = evaluation.value(inside, scope);
    if (!star) {
      evaluation.places.set(list, list.length, inside.from);
      list.push(value);
    } else if (isList(value) && evaluation.take(value.length)) list.push(...value);
    else unknown = true;
  }
  return unknown ? evaluation.unknown(node) : list;
}

/** `{a: b}`. */
export function dictionaryOf(node: Node, scope: Scope, evaluation: Evaluation): Held {
  const entries = new Map<string, Value>();
  const computed: Value[] = [];
  for (const group of split(node.children.slice(1, -1), ",")) {
    const [first, second, third] = group;
    if (first?.name === "**" && second) {
      const value = evaluation.value(second, scope);
      if (isDictionary(value) && evaluation.take(value.size)) for (const [key, one] of value) entries.set(key, one);
      else entries.set(`**${evaluation.text(second)}`, value);
    } else if (first && third && second?.name === ":") {
      const written = evaluation.operand(first, scope);
      const key = keyOf(written) ?? evaluation.text(first);
      evaluation.places.set(entries, key, first.from);
      entries.set(key, evaluation.value(third, scope));
      if (written instanceof Derived && written.free) computed.push(written, entries.get(key) as Value);
    }
  }
  return computed.length === 2 && entries.size === 1 ? lift(computed, evaluation.written(node), entryBy) : entries;
}

/** A dictionary of one entry, whose key is computed. */
function entryBy(key: Value = null, value: Value = null): Outcome {
  const own = keyOf(key);
  return own === undefined ? new Failure("a key that is not read") : new Map([[own, value]]);
}

/** A value as a dictionary's key. */
export function keyOf(value: Value): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

/** Values with commas between them, or the one that there is. */
export function commaSeparated(children: readonly Node[], scope: Scope, evaluation: Evaluation): Held {
  const [first] = children;
  if (first && children.length === 1) return evaluation.evaluate(first, scope);
  const last = children.at(-1);
  const whole = { name: "TupleExpression", from: first?.from ?? 0, to: last?.to ?? 0, children, broken: false };
  return first ? items(whole, children, scope, evaluation) : null;
}

/** The nodes of a list of targets or values, without its brackets. */
export function unpacked(node: Node): readonly Node[] {
  return parts(node).filter(({ name }) => name !== "AssignOp");
}
