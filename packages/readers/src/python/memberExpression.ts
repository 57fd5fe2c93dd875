import { isDictionary, isList, Unknown, type Value } from "../value.ts";
import { choiceIn } from "./choiceIn.ts";
import { keyOf } from "./collections.ts";
import { byDefault, Derived, Failure, isUnknown, lift, type Outcome } from "./derived.ts";
import type { Evaluation } from "./evaluation.ts";
import { fieldOf } from "./fieldOf.ts";
import { type Held, Named } from "./held.ts";
import { mathematics } from "./mathematics.ts";
import { type Node, split } from "./node.ts";
import type { Scope } from "./scope.ts";
import { abseil } from "./special.ts";

/** `a.b`, `a[b]`, `a[b:c]`. */
export function memberExpression(node: Node, scope: Scope, evaluation: Evaluation): Held {
  const [inside, mark, ...rest] = node.children;
  const assigned = evaluation.assigned.size > 0 ? assignedTo(node, scope, evaluation) : undefined;
  if (assigned !== undefined) return assigned;
  if (!inside || !mark) return evaluation.unknown(node);
  const object = evaluation.evaluate(inside, scope);
  return mark.name === "."
    ? member(object, node, evaluation)
    : subscript(object, node, rest.slice(0, -1), scope, evaluation);
}

/** What the text assigned to an entry or a field of something that it does not know. */
function assignedTo(node: Node, scope: Scope, evaluation: Evaluation): Held | undefined {
  const text = evaluation.text(node);
  return evaluation.assigned.has(text) ? scope.find(text) : undefined;
}

/** A field of what is held. */
export function member(object: Held, node: Node, evaluation: Evaluation): Held {
  const property = node.children[2];
  const name = property ? evaluation.source.slice(property.from, property.to) : "";
  if (object instanceof Named) {
    const path = `${object.path}.${name}`;
    const constant = mathematics(path);
    return typeof constant === "number" ? constant : (abseil(path, evaluation) ?? new Named(path, object.imported));
  }
  const field = fieldOf(object, name, node, evaluation);
  return field === undefined ? evaluation.unknown(node, undefined, object) : field;
}

function subscript(object: Held, node: Node, index: readonly Node[], scope: Scope, evaluation: Evaluation): Held {
  const bounds = split(index, ":");
  const keys = bounds.map(([bound]) => (bound ? evaluation.operand(bound, scope) : null));
  const container = evaluation.readers.value(object, node, evaluation);
  const [key] = keys;
  if (isDictionary(container) && typeof key === "string" && container.has(key))
    return evaluation.callables.takenOut(container.get(key) as Value);
  if (bounds.length === 1 && typeof key === "string" && !isList(container)) {
    const field = fieldOf(object, key, node, evaluation);
    if (field !== undefined) return field;
  }
  if (key === undefined || index.some(({ name }) => name === ",")) return evaluation.unknown(node, undefined, object);
  const isComputed = container instanceof Derived && container.free !== undefined;
  if (isComputed || (container instanceof Unknown && byDefault(container) !== undefined)) {
    return lift([container, ...keys], evaluation.written(node), (from, ...known) => entry(from as Value, known));
  }
  if (!isList(container) && !isDictionary(container)) {
    // An entry of something unknown is asked for as such, and not the whole of it.
    return evaluation.unknown(node, undefined, container, ...keys);
  }
  if (keys.some(isUnknown)) {
    const value = lift([container, ...keys], evaluation.written(node), (from, ...known) => entry(from as Value, known));
    return (bounds.length === 1 && choiceIn(container, key, value, node, evaluation)) || value;
  }
  const outcome = entry(container, keys);
  return outcome instanceof Failure
    ? evaluation.unknown(node, outcome.because)
    : evaluation.callables.takenOut(outcome);
}

function entry(container: Value, keys: readonly Value[]): Outcome {
  const [key = null, end = null, step = 1] = keys;
  if (isDictionary(container)) {
    const found = container.get(keyOf(key) ?? "");
    return found === undefined ? new Failure("a key that is not there") : found;
  }
  if (!isList(container)) return new Failure("an entry that is not read");
  if (keys.length === 1) {
    const found = typeof key === "number" ? container.at(key) : undefined;
    return found === undefined || Math.abs(Number(key)) > container.length
      ? new Failure("an index that is not there")
      : found;
  }
  const whole = (bound: Value) => bound === null || typeof bound === "number";
  if (!whole(key) || !whole(end) || (step !== 1 && step !== null))
    return new Failure("a part of a list that is not read");
  return container.slice((key ?? 0) as number, (end ?? container.length) as number);
}
