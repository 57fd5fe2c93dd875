import { MOST_ISSUES, type Problems } from "./error.ts";
import { oneOf } from "./nearest.ts";
import { EXPECTED, type Facts, gap, LONGEST_TEXT, resolve } from "./units.ts";

/**
 * One row of a kind's, recipe's or class's table: what may stand in a field. Validation reads it, and so can
 * everything else that must know the fields of a kind without knowing the kind.
 */
export interface Field {
  /**
   * `part` is a plan or a plan with its place; the levels of `plain` plans are numbers, but for the first of a list.
   * Without a type the value is one of `of`.
   */
  readonly type?: "number" | "time" | "level" | "text" | PlanType;
  /** What an absent field means, undefined where it means nothing; without this row it may not be absent. Always accepted. */
  readonly default?: number | string | boolean | null | undefined;
  /** For times: `"rest"` is accepted. For levels: `"last"` is. */
  readonly open?: true;
  /** The value must be above 0. */
  readonly positive?: true;
  /** The value must be at least this. Default 0. */
  readonly from?: number;
  /** The value may be below 0. */
  readonly negative?: true;
  /** The value must be below this. */
  readonly below?: number;
  /** An object with these fields is accepted as well. */
  readonly fields?: Readonly<Record<string, Field>>;
  /** The value must be a whole number. */
  readonly whole?: true;
  /** The accepted values. */
  readonly of?: readonly (string | boolean)[];
  /** `true`: a list of such values; `"each"`: one value for all param groups, or a list with one for each. */
  readonly list?: true | "each";
  /** For lists: there is at least one entry. */
  readonly some?: true;
  /** For lists: the field that must have as many entries. */
  readonly as?: string;
  /** For lists: each entry must be above the one before it, as far as the facts at hand can tell. */
  readonly increasing?: true;
}

/** What is read as a plan. */
export type PlanType = "plan" | "plain" | "part";

/** A table of fields: one row for each field of `T`. */
export type Fields<T> = { readonly [K in keyof T]-?: Field };

/** Values by the names of their fields. */
export type Values = Record<string, unknown>;

/** What a walk over objects and their tables carries along. */
export interface Walk {
  readonly problems: Problems;
  /** With them times and levels are resolved; without them they are only checked. */
  facts?: Facts | undefined;
  /** Levels must be plain numbers. */
  plain?: boolean | undefined;
  /** Reads a plan, or a part of a sequence, whose levels must be plain too if asked. */
  child?(type: PlanType, value: unknown, path: string, plain: boolean): unknown;
}

const LONGEST_LIST = 100_000;
const MAX = Number.MAX_VALUE;

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
    const [own, other] = [name, field.as].map((each) => values[each as string]) as [unknown[], unknown[]];
    if (own && other && own.length !== other.length)
      walk.problems.add(join(path, name), `${other.length} entries`, own);
  }
  return values;
}

/** Reads one value; `i` is its place when it stands in a list, put into the path only when a path is needed. */
function readValue(walk: Walk, field: Field, value: unknown, place: string, i?: number): unknown {
  const { type, open, list } = field;
  if (i === undefined && (list === true || (list && Array.isArray(value)))) return readList(walk, field, value, place);
  const path = (): string => (i === undefined ? place : `${place}[${i}]`);
  if (type === "plan" || type === "plain" || type === "part") {
    return walk.child?.(type, value, path(), type === "plain" && i !== 0);
  }
  if (type === "level" && walk.plain && typeof value === "string") {
    return walk.problems.add(path(), "a number: only a product's first factor may be relative", value);
  }
  if (field.fields && isObject(value)) return readFields<Values>(walk, field.fields, value, path());
  const inUnits = type === "time" || type === "level";
  const resolved = inUnits ? resolve(type, value, walk.facts) : value;
  if ((open && Number.isNaN(resolved)) || accepts(field, resolved)) return walk.facts ? resolved : value;
  const lacks = inUnits && typeof resolved === "string";
  const expected = lacks ? `run.${resolved} to resolve "${value}"` : expectation(field, value);
  walk.problems.add(path(), expected, lacks ? undefined : value);
  return undefined;
}

function readList(walk: Walk, field: Field, list: unknown, path: string): unknown {
  const fits = Array.isArray(list) && list.length <= LONGEST_LIST && list.length >= (field.some ? 1 : 0);
  if (!fits) return walk.problems.add(path, `a list of ${field.some ? "1 to" : "at most"} 100,000 entries`, list);
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
export function accepts({ type, of, positive, from, negative, below, whole }: Field, value: unknown): boolean {
  if (of) return of.includes(value as string);
  if (type === "text") return typeof value === "string" && value.length > 0 && value.length <= LONGEST_TEXT;
  const fits = typeof value === "number" && value < (below ?? 1 / 0) && !(whole && value % 1);
  return fits && (positive ? value > 0 : value >= (from ?? (negative ? -MAX : 0)));
}

/** What an error says that a field expects. */
export function expectation({ type, of, positive, from, negative, below, whole }: Field, value?: unknown): string {
  if (of) return oneOf(of.map(String), value);
  const what = whole ? "a whole number" : EXPECTED[type as keyof typeof EXPECTED];
  const least = negative || type === "text" ? "" : positive ? " above 0" : ` from ${from ?? 0}`;
  return what + least + (below ? ` below ${below}` : "");
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
