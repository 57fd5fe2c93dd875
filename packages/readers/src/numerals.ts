import { pythonFloat, pythonInt } from "./notations/pythonNumber.ts";
import { numeral } from "./numeral.ts";
import { flag, list, type Parameter, resolve, whole } from "./parameter.ts";
import { isList, Unknown, type Value } from "./value.ts";

/** What a value is turned into before it is read. */
function turned<T>(inner: Parameter<T>, turn: (value: Value) => Value): Parameter<T> {
  return {
    ...inner,
    read(value, there) {
      const known = value instanceof Unknown ? resolve(value, there) : value;
      return known === undefined ? undefined : inner.read(turn(known), there);
    },
  };
}

/** The words that follow a flag that takes one: what comes after the first is no part of it. */
const first = (value: Value): Value => (isList(value) ? (value[0] ?? null) : value);

/** A number, or what Python's `float(text)` reads; of several words after a flag the first. */
export const float: Parameter<number> = turned(numeral(), first);

/** A whole number, or what Python's `int(text)` reads; of several words after a flag the first. */
export const int: Parameter<number> = turned(whole, (value) => {
  const one = first(value);
  return typeof one === "string" ? (pythonInt(one) ?? one) : one;
});

/** Text; of several words after a flag the first. */
export function word<T>(inner: Parameter<T>): Parameter<T> {
  return turned(inner, first);
}

/** Whether a flag is there, or `true` or `false` in some spelling. */
export const set: Parameter<boolean> = turned(flag, (value) => {
  // A word after a flag that takes none is something else's.
  if (typeof value !== "string") return isList(value) ? true : value;
  const known = /^(?:(true|yes|on|1)|false|no|off|0)$/i.exec(value);
  return known ? known[1] !== undefined : true;
});

/** Numbers as a list, or in text with commas, in brackets or not, as Python's `ast.literal_eval` reads it. */
export const floats: Parameter<readonly number[]> = turned(list(numeral()), (value) => {
  const one = isList(value) && value.length === 1 ? (value[0] as Value) : value;
  if (typeof one === "number") return [one];
  if (typeof one !== "string") return one;
  const parts = one
    .trim()
    .replace(/^[[(](.*)[\])]$/s, "$1")
    .split(",")
    .map((part) => part.trim());
  if (parts.at(-1) === "") parts.pop();
  return parts.map((part) => pythonFloat(part) ?? part);
});
