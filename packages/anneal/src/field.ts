import type { Problems } from "./error.ts";
import { LONGEST_LIST, MOST_ISSUES, TEXT_ENTRIES } from "./limits.ts";
import { oneOf } from "./nearest.ts";
import { EXPECTED, type Facts, gapOf, type Quantity, readQuantity, resolve } from "./units.ts";

/**
 * One row of a kind's, recipe's or class's table: what may stand in a field. Validation reads it, and so can
 * everything else that must know the fields of a kind without knowing the kind.
 */
export interface Field {
  /** Without a type the value is one of `of`, or a table of `fields`. */
  readonly type?: "number" | "time" | "level" | "text" | "plan" | undefined;
  /** What an absent field means, undefined where it means nothing; without this row it may not be absent. Always accepted. */
  readonly default?: number | string | boolean | null | undefined;
  /** The word that is accepted too, for times or for levels. */
  readonly open?: "rest" | "last";
  /** The value, for texts its length, must be above this. */
  readonly above?: number;
  /** The value must be at least this. Default 0, unless it must be above something. */
  readonly from?: number;
  /** The value must be below this. */
  readonly below?: number;
  /** An object with these fields, and without a kind, is accepted as well. */
  readonly fields?: Readonly<Record<string, Field>>;
  /** The value must be whole. */
  readonly whole?: true;
  /** The accepted values. */
  readonly of?: readonly (string | boolean)[];
  /** `true`: a list of such values; `"each"`: one value for all param groups, or a list with one for each. */
  readonly list?: true | "each" | undefined;
  /** For lists of plans: the levels of all but the first are plain numbers. */
  readonly plain?: true;
  /** For lists: how many entries there are at least. Default 0. */
  readonly least?: 1;
  /** For lists: the field that must have as many entries. */
  readonly as?: string;
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
  /** Levels must be plain numbers. */
  readonly plain?: boolean | undefined;
  /** How many plans this one is in. */
  readonly depth?: number;
  /** Reads a plan. */
  child?(walk: Walk, value: unknown, path: string): unknown;
  /** Counts what is read, in entries, and refuses at once what would take too long. */
  count?(entries: number): void;
}

/** Reads an object by its table: its values and defaults, of use when no problem was reported. */
export function readFields<T extends object>(walk: Walk, table: Fields<T>, object: unknown, path: string): Values {
  const values: Values = {};
  const known = Object.keys(table);
  if (!isObject(object)) {
    walk.problems.add(path, `an object with ${known.join(", ")}`, object);
    return values;
  }
  const strangers = Object.keys(object).filter((name) => !known.includes(name));
  walk.count?.(strangers.length * TEXT_ENTRIES);
  for (const name of strangers.slice(0, MOST_ISSUES)) {
    // What is too many is only counted: the nearest name takes time.
    walk.problems.add(path, walk.problems.issues[MOST_ISSUES] ? "" : oneOf(known, name), name);
  }
  for (const name of known) {
    const field = table[name as keyof T];
    const { [name]: value = field.default } = object;
    const isDefault = "default" in field && value === field.default;
    values[name] = isDefault ? value : readValue(walk, field, value, path, name, values[field.as as string]);
  }
  return values;
}

/** Reads one value, by its name or place in what is at `path`; a list has as many entries as the one that it is to be `like`. */
function readValue(
  walk: Walk,
  field: Field,
  value: unknown,
  path: string,
  name: string | number,
  like?: unknown,
  quantity?: Quantity,
): unknown {
  const { list, fields, open } = field;
  const { facts, plain } = walk;
  const type = plain && field.type === "level" ? "number" : field.type;
  if (list === true || (list && Array.isArray(value))) {
    return readList(walk, field, value, join(path, name), like as unknown[]);
  }
  if (fields && isObject(value) && value.kind === undefined) {
    const values = readFields<Values>(walk, fields, value, join(path, name));
    return { ...values, ...(values.plan as object) };
  }
  if (type === "plan") return walk.child?.(walk, value, join(path, name));
  if (open && value === open && type !== "number") return facts ? Number.NaN : value;
  const inUnits = type === "time" || type === "level";
  const resolved = inUnits ? resolve(type, value, facts, quantity) : value;
  const expected = inUnits && typeof resolved === "string" ? resolved : misfit(field, resolved, type);
  // The path is put together only for a problem: there may be hundreds of thousands of values.
  return expected ? walk.problems.add(join(path, name), expected, value) : facts ? resolved : value;
}

function readList(walk: Walk, field: Field, list: unknown, path: string, like?: unknown[]): unknown {
  const { least = 0, plain, increasing } = field;
  const fits =
    Array.isArray(list) && (like ? list.length === like.length : list.length >= least && list.length <= LONGEST_LIST);
  if (!fits) return walk.problems.add(path, `a list of ${like?.length ?? `${least} to 100,000`} entries`, list);
  const entry = { ...field, list: undefined };
  const values: unknown[] = [];
  let before = readQuantity(undefined);
  for (const value of list) {
    const i = values.length;
    walk.count?.(typeof value === "string" ? TEXT_ENTRIES : 1);
    const quantity = readQuantity(value);
    const read = readValue(plain && i ? { ...walk, plain } : walk, entry, value, path, i, undefined, quantity);
    if (increasing) {
      const now = read === value ? quantity : readQuantity(read);
      if (gapOf(before, now) <= 0) walk.problems.add(join(path, i), `more than ${list[i - 1]}`, value);
      before = now;
    }
    values.push(read);
  }
  return values;
}

/** The row of a rate, a position or another finite number from 0. */
export const FROM_ZERO: Field = { type: "number" };

/** What a field expects, when a value that is resolved may not stand in it. */
export function misfit(
  { type: own, of, above, from = above ?? 0, below = 1 / 0, whole }: Field,
  value: unknown,
  type: Field["type"] = own,
): string | undefined {
  if (of) return of.includes(value as string) ? undefined : oneOf(of.map(String), value);
  const size = type === "text" ? typeof value === "string" && value.length : value;
  if (typeof size === "number" && size >= from && size !== above && size < below && !(whole && size % 1))
    return undefined;
  const what = whole ? "a whole number" : EXPECTED[type as keyof typeof EXPECTED];
  return `${what} ${from === above ? "above" : "from"} ${from}${below < 1 / 0 ? ` below ${below}` : ""}`;
}

/** Checks options by their table and fills in the defaults. */
export function readOptions<T extends object>(table: Fields<T>, options: unknown, problems: Problems): Required<T> {
  return readFields({ problems }, table, options, "") as Required<T>;
}

/** A field's path below its parent's, or an entry's below its list's. */
export function join(path: string, name: string | number): string {
  return (name as number) >= 0 ? `${path}[${name}]` : path === "" ? (name as string) : `${path}.${name}`;
}

/** Whether a value is an object with fields, and not a list. */
export function isObject(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
