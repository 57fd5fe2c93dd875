import { Call, type Dictionary, type Value } from "../src/value.ts";

/** What a test writes as plain data, as the notations give it; calls in it stay. */
export function data(plain: unknown): Value {
  if (Array.isArray(plain)) return plain.map(data);
  const isPlain = typeof plain === "object" && plain !== null && !(plain instanceof Call);
  return isPlain ? dictionary(plain) : (plain as Value);
}

/** The same for what surely is a dictionary. */
export function dictionary(plain: object): Dictionary {
  return new Map(Object.entries(plain).map(([key, value]) => [key, data(value)]));
}
