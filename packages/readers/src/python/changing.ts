import { isDictionary, isList, type Place, Unknown, type Value } from "../value.ts";
import type { Evaluation } from "./evaluation.ts";
import { type Class, Defined } from "./held.ts";
import type { Node } from "./node.ts";
import { targetsOf } from "./targets.ts";

/** Why what a step leaves for the next one is no function of how many there were. */
const LEFT = "which is what the step before left";

/** What a field is when a method begins that changes it. */
export function changing(name: string, place: Place): Unknown {
  return new Unknown(name, place, LEFT);
}

/** What in a value is left by the step before, if anything is. */
export function recurrenceIn(value: Value): Unknown | undefined {
  let found: Unknown | undefined;
  const seen = new Set<Unknown>();
  const look = (one: Value): void => {
    if (one instanceof Unknown) ask(one);
    else if (isList(one)) one.forEach(look);
    else if (isDictionary(one)) [...one.values()].forEach(look);
  };
  const ask = (one: Unknown): undefined => {
    if (seen.has(one)) return undefined;
    seen.add(one);
    const { free } = one as { readonly free?: readonly Unknown[] };
    if (one.because === LEFT || /^self\.get_last_lr\(/.test(one.name)) found ??= one;
    else if (free && free.length > 0) free.forEach(look);
    else one.compute?.(ask);
    return undefined;
  };
  look(value);
  return found;
}

/** Where a method changes a field. */
export interface FieldChange {
  readonly method: Defined;
  /** What is assigned. */
  readonly target: Node;
}

/** What sets a thing up, or saves and loads what it is. */
const APART = /^(?:__init__|(?:load_)?state_dict|__[gs]etstate__)$/;

/** The fields of a class that its methods change, beside those that only set it up, and where. */
export function changedFields(of: Class, evaluation: Evaluation): ReadonlyMap<string, readonly FieldChange[]> {
  const changes = new Map<string, FieldChange[]>();
  const begin = of.scope.names.get("__init__");
  const set = begin instanceof Defined ? evaluation.source.slice(begin.node.from, begin.node.to) : "";
  for (let one: Class | undefined = of, i = 0; one && i < 20; one = one.base, i++) {
    for (const [name, method] of one.scope.names) {
      if (!(method instanceof Defined) || APART.test(name) || set.includes(`self.${name}(`)) continue;
      for (const target of targetsOf(method.body, evaluation)) {
        const field = /^self\.(\w+)/.exec(evaluation.text(target))?.[1];
        if (field === undefined) continue;
        changes.set(field, [...(changes.get(field) ?? []), { method, target }]);
      }
    }
  }
  return changes;
}
