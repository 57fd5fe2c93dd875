import { type Doc, flat } from "../../print/doc.ts";
import { shortest } from "../../print/shortest.ts";

/** What a Python call is given: a number, a truth, or code. */
export type Argument = number | boolean | Doc;

/** A call in Python: what comes by position, then what comes by name; undefined is left out. */
export function call(
  name: string,
  positional: readonly Argument[],
  named: Readonly<Record<string, Argument | undefined>> = {},
): Doc {
  const inside = Object.entries(named).flatMap(([key, value]) => (value === undefined ? [] : [keyed(key, value)]));
  return { open: `${name}(`, inside: [...positional.map(argument), ...inside], close: ")" };
}

/** A list in Python. */
export function list(entries: readonly Argument[]): Doc {
  return { open: "[", inside: entries.map(argument), close: "]" };
}

function argument(value: Argument): Doc {
  if (typeof value === "boolean") return value ? "True" : "False";
  return typeof value === "number" ? shortest(value) : value;
}

function keyed(key: string, value: Argument): Doc {
  const doc = argument(value);
  return typeof doc === "object" && "open" in doc ? { ...doc, open: `${key}=${doc.open}` } : `${key}=${flat(doc)}`;
}
