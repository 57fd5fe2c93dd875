import type { Dictionary, Value } from "../src/value.ts";

/** What a test writes as plain data, as the notations give it. */
export function data(plain: unknown): Value {
  if (Array.isArray(plain)) return plain.map(data);
  return typeof plain === "object" && plain !== null ? dictionary(plain) : (plain as Value);
}

/** The same for what surely is a dictionary. */
export function dictionary(plain: object): Dictionary {
  return new Map(Object.entries(plain).map(([key, value]) => [key, data(value)]));
}
