import { isDictionary, Unknown, type Value } from "../value.ts";
import { groupRates, groupsIn } from "./entriesSet.ts";
import type { Evaluation } from "./evaluation.ts";
import { type Defined, type Held, Instance } from "./held.ts";
import type { Node } from "./node.ts";
import type { Scope } from "./scope.ts";
import { targetsOf } from "./targets.ts";

/** Something that is as a call of a function has left it when the next begins: a name, a field or an entry. */
export interface Carried {
  readonly text: string;
  readonly target: Node;
  /** Whether it is the rate of a group itself, and whether it is only read. */
  readonly isRate: boolean;
  readonly isRead?: boolean;
  /** What it is before the first call. */
  readonly first: Value;
  set(value: Value): void;
  get(): Held | undefined;
}

const NAMES = /\b(?:global|nonlocal)[ \t]+([\w, \t]+)/g;
const ITEM = /^(\w+)\[\s*(["'])(\w+)\2\s*\]$/;

/** What a function changes that is there when it is called again; its own names are in `own`. */
export function carriedBy(
  { node, body }: Defined,
  self: Held | undefined,
  own: Scope,
  evaluation: Evaluation,
): readonly Carried[] {
  const text = evaluation.source.slice(node.from, node.to);
  const outer = new Set([...text.matchAll(NAMES)].flatMap(([, names = ""]) => names.match(/\w+/g) ?? []));
  const isGroupRate = groupRates(text);
  const targets = targetsOf(body, evaluation);
  const local = new Set(targets.flatMap((one) => (one.name === "VariableName" ? [evaluation.text(one)] : [])));
  const found = new Map<string, Carried>();
  for (const target of targets) {
    const name = evaluation.text(target);
    const [root = ""] = /^\w+/.exec(name) ?? [];
    const isRate = isGroupRate(name);
    if (found.has(name) || (target.name === "VariableName" && !outer.has(name))) continue;
    if (!isRate && target.name === "MemberExpression" && local.has(root) && !outer.has(root)) continue;
    found.set(name, { text: name, target, isRate, ...placeOf(name, target, self, own, evaluation) });
  }
  // What is only read is the first group's.
  for (const [name] of text.matchAll(/[\w.]+\.param_groups\[0\]\[\s*(["'])lr\1\s*\]/g)) {
    if (!found.has(name))
      found.set(name, {
        text: name,
        target: node,
        isRate: true,
        isRead: true,
        ...placeOf(name, node, self, own, evaluation),
      });
  }
  return [...found.values()];
}

/** The rates of groups that a text reads or sets, as they are written. */
export function ratesIn(text: string): readonly string[] {
  const groups = groupsIn(text);
  const found = [...text.matchAll(/([A-Za-z_][\w.]*)(?:\[\d+\])?\[\s*(["'])lr\2\s*\]/g)];
  return [
    ...new Set(found.flatMap(([all, root = ""]) => (groups.has(root) || root.endsWith("param_groups") ? [all] : []))),
  ];
}

/** Where it is kept, and what it is there. */
function placeOf(
  name: string,
  target: Node,
  self: Held | undefined,
  own: Scope,
  evaluation: Evaluation,
): Pick<Carried, "first" | "set" | "get"> {
  const unknown = new Unknown(name, evaluation.place(target));
  const value = (held: Held | undefined) =>
    held === undefined ? unknown : evaluation.readers.value(held, target, evaluation);
  const [, field] = /^self\.(\w+)$/.exec(name) ?? [];
  const [, root = "", , key = ""] = ITEM.exec(name) ?? [];
  const held = own.find(root);
  const names =
    field !== undefined && self instanceof Instance
      ? self.fields
      : isDictionary(held as Value)
        ? (held as Map<string, Held>)
        : undefined;
  const entry = field !== undefined && self instanceof Instance ? field : key;
  if (names) {
    return {
      first: value(names.get(entry)),
      set: (one) => evaluation.journal.write(names, entry, one),
      get: () => names.get(entry),
    };
  }
  const owner = target.name === "VariableName" ? evaluation.module : own;
  return {
    first: value(owner.names.get(name)),
    set(one) {
      if (target.name !== "VariableName") evaluation.assigned.set(name, { node: target, because: undefined });
      evaluation.journal.write(owner.names, name, one);
    },
    get: () => own.find(name),
  };
}
