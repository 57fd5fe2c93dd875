import { PlanError } from "anneal";
import { Context } from "../../src/context.ts";
import { lookUp } from "../../src/document.ts";
import { parsePython } from "../../src/python/parsePython.ts";
import type { Values } from "../../src/reading.ts";
import { Call, isDictionary, isList, Lambda, Unknown, type Value } from "../../src/value.ts";

/** A value as plain data, for comparing: what is unknown is what is asked for, and why. */
export function told(value: Value | undefined, values: Values = {}): unknown {
  if (value instanceof Unknown) {
    const missing: string[] = [];
    const known = new Context(values).known(value, ({ name, because }) =>
      missing.push(because ? `${name}: ${because}` : name),
    );
    return known === undefined ? { missing } : told(known, values);
  }
  if (isList(value)) return value.map((one) => told(one, values));
  if (isDictionary(value)) return new Map([...value].map(([key, one]) => [key, told(one, values)]));
  if (value instanceof Call) {
    return [
      value.name,
      ...(told(value.positional, values) as unknown[]),
      ...[...value.named].map(([key, one]) => [key, told(one, values)]),
    ];
  }
  return value instanceof Lambda ? value.text : value;
}

/** What a variable of a text holds at its end. */
export function held(text: string, name = "v", values: Values = {}): unknown {
  return told(lookUp(parsePython(text).data, name), values);
}

/** Every call of a name. */
export function callsOf(text: string, name: string): readonly Call[] {
  return parsePython(text).calls.filter((call) => call.name === name || call.name.endsWith(`.${name}`));
}

/** The message of the PlanError that something throws. */
export function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof PlanError) return error.message;
    throw error;
  }
  return "";
}
