import { MOST_ISSUES, type Problems } from "./error.ts";
import { oneOf } from "./nearest.ts";
import { EXPECTED, type Facts, gap, resolve } from "./units.ts";

/**
 * One row of a kind's, recipe's or class's table: what may stand in a field. Validation reads it, and so can
 * everything else that must know the fields of a kind without knowing the kind.
 */
export interface Field {
  /** `part` is a plan or a plan with its place; without a type the value is one of `of`. */
  readonly type?: "number" | "time" | "level" | "plan" | "part";
  /** What an absent field means, undefined where it means nothing; without this row it may not be absent. Always accepted. */
  readonly default?: number | string | boolean | undefined;
  /** For times: `"rest"` is accepted. For levels: `"last"` is. */
  readonly open?: true;
  /** The value must be above 0. */
  readonly positive?: true;
  /** The accepted values. */
  readonly of?: readonly (string | boolean)[];
  /** `true`: a list of such values; `"each"`: one value for all param groups, or a list with one for each. */
  readonly list?: true | "each";
  /** For lists: each entry must be above the one before it, as far as the facts at hand can tell. */
  readonly increasing?: true;
}

/** A table of fields: one row for each field of `T`. */
export type Fields<T> = { readonly [K in keyof T]-?: Field };

/** Values by the names of their fields. */
export type Values = Record<string, unknown>;

/** What a walk over objects and their tables carries along. */
export interface Walk {
  readonly problems: Problems;
  /** With them times and levels are resolved; without them they are only checked. */
  readonly facts?: Facts | undefined;
  /** Reads a plan, or a part of a sequence. */
  child?(type: "plan" | "part", value: unknown, path: string): unknown;
}

const LONGEST_LIST = 100_000;

/** Reads an object by its table: its values and defaults, of use when no problem was reported. */
export function readFields<T extends object>(walk: Walk, table: Fields<T>, object: unknown, path: string): Values {
  const values: Values = {};
  const known = Object.keys(table);
  if (!isObject(object)) {
    walk.problems.add(path, `an object with ${known.join(", ")}`, object);
    return values;
  }
  const strangers = Object.keys(object).filter((name) => !known.includes(name));
  for (const name of strangers.slice(0, MOST_ISSUES)) walk.problems.add(path, oneOf(known, name), name);
  for (const name of known) {
    const field = table[name as keyof T];
    const value = object[name];
    const isDefault = "default" in field && (value === undefined || value === field.default);
    values[name] = isDefault ? field.default : readValue(walk, field, value, join(path, name));
  }
  return values;
}

/** Reads one value; `i` is its place when it stands in a list, put into the path only when a path is needed. */
function readValue(walk: Walk, field: Field, value: unknown, place: string, i?: number): unknown {
  const { type, open, list } = field;
  if (i === undefined && (list === true || (list && Array.isArray(value)))) return readList(walk, field, value, place);
  const path = (): string => (i === undefined ? place : `${place}[${i}]`);
  if (type === "plan" || type === "part") return walk.child?.(type, value, path());
  const inUnits = type === "time" || type === "level";
  const resolved = inUnits ? resolve(type, value, walk.facts) : value;
  if ((open && Number.isNaN(resolved)) || accepts(field, resolved)) return walk.facts ? resolved : value;
  const lacks = inUnits && typeof resolved === "string";
  const expected = lacks ? `run.${resolved} to resolve "${value}"` : expectation(field, value);
  walk.problems.add(path(), expected, lacks ? undefined : value);
  return undefined;
}

function readList(walk: Walk, field: Field, list: unknown, path: string): unknown {
  const fits = Array.isArray(list) && list.length <= LONGEST_LIST;
  if (!fits) return walk.problems.add(path, "a list of at most 100,000 entries", list);
  const values = [...list].map((value, i) => readValue(walk, field, value, path, i));
  values.forEach((value, i) => {
    if (field.increasing && gap(values[i - 1], value) <= 0) {
      walk.problems.add(`${path}[${i}]`, `more than ${path}[${i - 1}] (${list[i - 1]})`, list[i]);
    }
  });
  return values;
}

/** The row of a rate, a position or another finite number from 0. */
export const FROM_ZERO: Field = { type: "number" };

/** Whether a value that is resolved may stand in a field. */
export function accepts({ of, positive }: Field, value: unknown): boolean {
  if (of) return of.includes(value as string);
  return typeof value === "number" && value < 1 / 0 && (positive ? value > 0 : value >= 0);
}

/** What an error says that a field expects. */
export function expectation({ type, of, positive }: Field, value?: unknown): string {
  if (of) return oneOf(of.map(String), value);
  return `${EXPECTED[type as keyof typeof EXPECTED]} ${positive ? "above" : "from"} 0`;
}

/** Checks options by their table and fills in the defaults. */
export function readOptions<T extends object>(table: Fields<T>, options: unknown, problems: Problems): Required<T> {
  return readFields({ problems }, table, options, "") as Required<T>;
}

/** A field's path below its parent's. */
export function join(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}

/** Whether a value is an object with fields, and not a list. */
export function isObject(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
