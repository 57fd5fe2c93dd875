import { isDictionary, isList, Unknown, type Value } from "../value.ts";
import { assign } from "./assign.ts";
import { NOT_READ } from "./builtins.ts";
import { keyOf } from "./collections.ts";
import { byDefault, isUnknown, lift } from "./derived.ts";
import type { Evaluation } from "./evaluation.ts";
import type { Held } from "./held.ts";
import { type Node, split } from "./node.ts";
import { truth } from "./operators.ts";
import { Scope } from "./scope.ts";

interface Loop {
  readonly targets: readonly Node[];
  readonly items: Node;
  readonly conditions: readonly Node[];
}

/** `[a for b in c if d]` over what is known, and the same with other brackets. */
export function comprehension(node: Node, scope: Scope, evaluation: Evaluation): Held {
  const bare = node.children.filter(({ name }) => !/^[[\](){}]$|^async$/.test(name));
  const [made = [], ...loops] = split(bare, "for");
  const read = loops.map(readLoop);
  const own = new Scope(scope);
  if (read.every((loop) => loop !== undefined) && read.length > 0) {
    const found: (readonly [string | undefined, Value])[] = [];
    const known = evaluation.tried(() => fill(made, read as readonly Loop[], own, evaluation, found) || undefined);
    if (known) {
      if (made.length === 1) return found.map(([, value]) => value);
      return new Map(found.map(([key, value]) => [key as string, value]));
    }
  }
  const [first] = read;
  const items = first && loops.length === 1 && made.length === 1 ? evaluation.operand(first.items, own) : undefined;
  if (first && items instanceof Unknown && byDefault(items) !== undefined) {
    return lift([items], evaluation.written(node), (list) => {
      const found: (readonly [string | undefined, Value])[] = [];
      const known = evaluation.quietly(() => fill(made, [first], new Scope(scope), evaluation, found, list as Value));
      return known ? found.map(([, value]) => value) : NOT_READ;
    });
  }
  // Its calls are those of one round of it.
  const held = bare.filter(({ name }) => /^[A-Z]/.test(name)).map((child) => evaluation.evaluate(child, own));
  return evaluation.unknown(node, undefined, ...held);
}

function readLoop(loop: readonly Node[]): Loop | undefined {
  const [before = [], after = []] = split(loop, "in");
  const [[items] = [], ...conditions] = split(after, "if");
  const targets = before.filter(({ name }) => name !== ",");
  if (!items || targets.length === 0) return undefined;
  return { targets, items, conditions: conditions.flat() };
}

/** Goes through all of a comprehension; whether all of it is known. */
function fill(
  made: readonly Node[],
  [loop, ...inner]: readonly Loop[],
  scope: Scope,
  evaluation: Evaluation,
  found: (readonly [string | undefined, Value])[],
  /** What the outermost loop goes through, where that is known better. */
  given?: Value,
): boolean {
  if (!loop) {
    const [first, , second] = made;
    if (!first) return false;
    const key = second ? keyOf(evaluation.operand(first, scope)) : undefined;
    if (second && key === undefined) return false;
    found.push([key, evaluation.value(second ?? first, scope)]);
    return true;
  }
  const items = given ?? evaluation.value(loop.items, scope);
  const list = isDictionary(items) ? [...items.keys()] : items;
  if (!isList(list) || !evaluation.take(list.length)) return false;
  for (const item of list) {
    if (!bind(loop.targets, item, scope, evaluation)) return false;
    const holds = loop.conditions.map((condition) => evaluation.operand(condition, scope));
    if (holds.some(isUnknown)) return false;
    if (holds.every(truth) && !fill(made, inner, scope, evaluation, found)) return false;
  }
  return true;
}

function bind(targets: readonly Node[], item: Value, scope: Scope, evaluation: Evaluation): boolean {
  const [only] = targets;
  if (only && targets.length === 1) assign(only, item, scope, evaluation);
  else if (!isList(item) || item.length !== targets.length) return false;
  else for (const [i, target] of targets.entries()) assign(target, item[i] as Value, scope, evaluation);
  return true;
}
