import { Context } from "./context.ts";
import type { Document } from "./document.ts";
import { shortName } from "./entry.ts";
import type { Framework, Section } from "./framework.ts";
import { frameworks } from "./frameworks.ts";
import type { Reading, ReadOptions, Values } from "./reading.ts";
import type { Call } from "./value.ts";
import { isDictionary, isList, type Value } from "./value.ts";

/** Every schedule of one framework in a document. */
export function readAs(framework: Framework, document: Document, values: Values): readonly Reading[] {
  const { configuration } = framework;
  const sections = configuration?.recognises(document) ? configuration.read(document) : called(framework, document);
  return sections.map((section) => readSection(framework, section, values));
}

/** The schedules that a Python text builds by calls: those that no other schedule takes as an argument. */
function called({ entries }: Framework, { calls }: Document): readonly Section[] {
  const own = calls.filter(({ name }) => Object.hasOwn(entries, name));
  const inside = new Set<Value>();
  for (const call of own) collect([...call.positional, ...call.named.values()], inside);
  return own
    .filter((call) => !inside.has(call))
    .map((call: Call) => ({
      name: shortName(call.name),
      place: call.place,
      read: (context) => entries[call.name]?.read(call, context),
    }));
}

/** Puts values and all that is in them into a set. */
function collect(values: Iterable<Value>, into: Set<Value>): void {
  for (const value of values) {
    if (isList(value)) collect(value, into);
    else if (isDictionary(value)) collect(value.values(), into);
    else if (typeof value === "object" && value !== null && "positional" in value && !into.has(value)) {
      into.add(value);
      collect([...value.positional, ...value.named.values()], into);
    }
  }
}

/** One schedule; a PlanError with every problem of it. */
function readSection(framework: Framework, { name, place, read }: Section, values: Values): Reading {
  const context = new Context(values);
  const found = read(context);
  context.throwIfAny();
  const { needs, notes } = context;
  return { framework: framework.name, name, ...(place && { place }), ...found, needs, notes };
}

/** Every framework's schedules in a document: its configuration's, or what its calls build. */
export function readDocument(document: Document, { from, values = {} }: ReadOptions): readonly Reading[] {
  const chosen = from === undefined ? frameworks : frameworks.filter(({ name }) => name === from);
  const configured = chosen.filter(({ configuration }) => configuration?.recognises(document)).slice(0, 1);
  const others = chosen.filter((framework) => !configured.includes(framework));
  return [...configured, ...others].flatMap((framework) => readAs(framework, document, values));
}
