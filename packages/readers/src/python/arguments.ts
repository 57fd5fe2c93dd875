import { isDictionary, isList, type Place, type Value } from "../value.ts";
import { comprehension } from "./comprehension.ts";
import type { Evaluation } from "./evaluation.ts";
import type { Held } from "./held.ts";
import { type Node, split } from "./node.ts";
import type { Scope } from "./scope.ts";

/** The arguments of a call. */
export interface Arguments {
  readonly positional: readonly Held[];
  readonly named: ReadonlyMap<string, Held>;
  /** Where each begins. */
  readonly offsets: ReadonlyMap<number | string, number>;
  /** Whether these are all: nothing unknown is unpacked, and there is no syntax error among them. */
  readonly complete: boolean;
}

/** Reads the arguments of a call. What cannot be told apart is an argument that no function takes. */
export function readArguments(list: Node, scope: Scope, evaluation: Evaluation): Arguments {
  const positional: Held[] = [];
  const named = new Map<string, Held>();
  const offsets = new Map<number | string, number>();
  if (list.children.some(({ name }) => name === "for")) {
    positional.push(comprehension(list, scope, evaluation));
    return { positional, named, offsets, complete: true };
  }
  let complete = true;
  const strange = (key: string, value: Held, node: Node) => {
    complete = false;
    named.set(key, value);
    offsets.set(key, node.from);
  };
  const inside = list.children.filter(({ name }) => name !== "(" && name !== ")");
  for (const [first, second, third] of split(inside, ",")) {
    if (!first) continue;
    if (first.name === "⚠") continue;
    if (first.name === "*" && second) {
      const value = evaluation.value(second, scope);
      if (isList(value) && evaluation.take(value.length)) positional.push(...value);
      else strange(`*${evaluation.text(second)}`, value, second);
    } else if (first.name === "**" && second) {
      const value = evaluation.value(second, scope);
      if (isDictionary(value) && evaluation.take(value.size)) for (const [key, one] of value) named.set(key, one);
      else strange(`**${evaluation.text(second)}`, value, second);
    } else if (second?.name === "AssignOp" && third) {
      const key = evaluation.source.slice(first.from, first.to);
      offsets.set(key, third.from);
      named.set(key, evaluation.evaluate(third, scope));
    } else {
      offsets.set(positional.length, first.from);
      positional.push(evaluation.evaluate(first, scope));
    }
  }
  if (list.broken) strange("a syntax error", evaluation.unknown(list, "a syntax error"), errorIn(list));
  return { positional, named, offsets, complete };
}

function errorIn(list: Node): Node {
  return list.children.find(({ name }) => name === "⚠") ?? list;
}

/** The places of arguments. */
export function placesOf({ offsets }: Arguments, { places }: Evaluation): ReadonlyMap<number | string, Place> {
  const all = new Map<number | string, Place>();
  for (const [key, offset] of offsets) all.set(key, places.at(offset));
  return all;
}

/** The arguments as values. */
export function asValues(
  { positional, named }: Arguments,
  node: Node,
  evaluation: Evaluation,
): { readonly positional: readonly Value[]; readonly named: ReadonlyMap<string, Value> } {
  const value = (held: Held) => evaluation.readers.value(held, node, evaluation);
  const values = new Map<string, Value>();
  for (const [key, held] of named) values.set(key, value(held));
  return { positional: positional.map(value), named: values };
}
