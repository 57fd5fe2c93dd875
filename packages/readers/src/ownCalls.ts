import type { Document } from "./document.ts";
import { type Entry, shortName } from "./entry.ts";
import type { Framework } from "./framework.ts";
import { type Call, isDictionary, isList, type Value } from "./value.ts";

/** How a framework reads a call, if it is one of its own. */
export function entryOf({ entries, methods = {} }: Framework, { name }: Call): Entry | undefined {
  if (Object.hasOwn(entries, name)) return entries[name];
  const method = shortName(name);
  return method !== name && Object.hasOwn(methods, method) ? methods[method] : undefined;
}

/** The calls of a Python text that build what each framework has, in their order. */
export type OwnCalls = ReadonlyMap<Framework, readonly Call[]>;

/** Which of a text's calls are whose. */
export function ownCalls(frameworks: readonly Framework[], { calls }: Document): OwnCalls {
  const own = new Map(frameworks.map((one) => [one, [] as Call[]]));
  // A text calls the same again and again.
  const owners = new Map<string, readonly Framework[]>();
  for (const call of calls) {
    let theirs = owners.get(call.name);
    if (!theirs) {
      theirs = frameworks.filter((one) => entryOf(one, call));
      owners.set(call.name, theirs);
    }
    for (const one of theirs) own.get(one)?.push(call);
  }
  return own;
}

/** What the calls of frameworks take, and what is in that. */
export function takenBy(own: OwnCalls, document: Document): ReadonlySet<Value> {
  const taken = new Set<Value>();
  for (const calls of own.values()) for (const call of calls) collectArguments(call, taken);
  for (const { parts } of own.keys()) for (const call of parts?.(document) ?? []) taken.add(call);
  return taken;
}

/** Puts a value and all that is in it into a set. */
function collect(value: Value, into: Set<Value>): void {
  if (typeof value !== "object" || value === null) return;
  if (isList(value)) for (const one of value) collect(one, into);
  else if (isDictionary(value)) for (const one of value.values()) collect(one, into);
  else if ("positional" in value && !into.has(value)) {
    into.add(value);
    collectArguments(value, into);
  }
}

function collectArguments({ positional, named }: Call, into: Set<Value>): void {
  for (const one of positional) collect(one, into);
  for (const one of named.values()) collect(one, into);
}
