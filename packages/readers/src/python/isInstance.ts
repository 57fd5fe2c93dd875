import { isDictionary, isList, Unknown, type Value } from "../value.ts";
import type { Arguments } from "./arguments.ts";
import { type Held, Named } from "./held.ts";

/** What a value is of, as far as a text tells: nothing where Python's types are told apart that are one here. */
const TYPES: ReadonlyMap<string, (value: Value) => boolean | undefined> = new Map([
  ["str", (value) => typeof value === "string"],
  ["dict", isDictionary],
  ["bool", (value) => typeof value === "boolean"],
  ["list", notTold(isList)],
  ["tuple", notTold(isList)],
  ["int", notTold((value) => typeof value === "number" || typeof value === "boolean")],
  ["float", notTold((value) => typeof value === "number")],
]);

/** The pairs of types that are one here: a value of either is of both together. */
const TOGETHER: readonly (readonly [string, string, (value: Value) => boolean])[] = [
  ["list", "tuple", isList],
  ["int", "float", (value) => typeof value === "number"],
];

/** `isinstance(value, str)`, where the value is known and its type is told by what is written. */
export function isInstance({ positional: [value, type, ...more], named }: Arguments): boolean | undefined {
  if (more.length + named.size > 0 || type === undefined || !isPlain(value)) return undefined;
  const types = (isList(type as Value) ? (type as readonly Held[]) : [type]).map(nameOf);
  if (types.includes(undefined)) return undefined;
  if (TOGETHER.some(([one, other, holds]) => types.includes(one) && types.includes(other) && holds(value))) return true;
  const answers = types.map((name) => TYPES.get(name as string)?.(value));
  return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
}

function notTold(holds: (value: Value) => boolean): (value: Value) => boolean | undefined {
  return (value) => (holds(value) ? undefined : false);
}

function isPlain(value: Held | undefined): value is Value {
  const isObject = typeof value === "object" && value !== null;
  return value !== undefined && (!isObject || isList(value as Value) || isDictionary(value as Value));
}

/** `str`, `typing.List` or the name of an unknown type; a tuple of types may hold them as what is unknown. */
function nameOf(type: Held): string | undefined {
  const path = type instanceof Named ? type.path : type instanceof Unknown ? type.name : undefined;
  const known = path === undefined ? undefined : /^(?:builtins\.|typing\.)?(\w+)$/.exec(path)?.[1]?.toLowerCase();
  return known !== undefined && TYPES.has(known) ? known : undefined;
}
