import type { Problems } from "./error.ts";
import { nearest } from "./nearest.ts";
import { EXPECTED_LEVEL, EXPECTED_TIME, isLevel, type Quantity, readTime } from "./units.ts";

/**
 * One row of a kind's, recipe's or class's table: what may stand in a field. Validation reads it, and so can
 * everything else that must know the fields of a kind without knowing the kind.
 */
export interface Field {
  /** `choice` is one of the words in `of`, `flag` is true or false, `part` is a plan or a plan with its place. */
  readonly type: "number" | "time" | "level" | "choice" | "flag" | "plan" | "part";
  /** The field may be absent. */
  readonly optional?: true;
  /** What an absent field means; a field with a default may be absent. */
  readonly default?: number | string | boolean;
  /** For times: `"rest"` is accepted. */
  readonly rest?: true;
  /** For numbers: the least value. */
  readonly min?: number;
  /** For numbers: the value must be above this. */
  readonly above?: number;
  /** For choices: the accepted words. */
  readonly of?: readonly string[];
  /** `true`: a list of such values; `"each"`: one value for all param groups, or a list with one for each. */
  readonly list?: true | "each";
  /** For lists: each entry must be above the one before it, as far as their units can be compared without a run. */
  readonly increasing?: true;
}

/** A table of fields: one row for each field of `T`. */
export type Fields<T> = { readonly [K in keyof T]-?: Field };

/** The longest list that a plan may hold. */
export const LONGEST_LIST = 100_000;

const MOST_STRANGERS = 100;

/** Checks a plan or a part inside a plan and returns its copy. */
export type CheckChild = (type: "plan" | "part", value: unknown, path: string) => unknown;

/** Checks an object against its table; returns a frozen copy that holds exactly the table's fields, in its order. */
export function checkFields<T extends object>(
  fields: Fields<T>,
  value: unknown,
  path: string,
  problems: Problems,
  checkChild?: CheckChild,
): T {
  const copy: Record<string, unknown> = {};
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    problems.add(path, `an object with ${Object.keys(fields).join(", ") || "nothing in it"}`, value);
    return copy as T;
  }
  const known = Object.keys(fields);
  const strangers = Object.entries(value).filter(([name]) => !known.includes(name));
  for (const [name, given] of strangers.slice(0, MOST_STRANGERS)) {
    const close = nearest(name, known);
    const hint = close ? `did you mean "${close}"?` : `known: ${known.join(", ")}`;
    problems.add(join(path, name.slice(0, 40)), `no field of this name (${hint})`, given);
  }
  for (const name of known) {
    const field = fields[name as keyof T];
    const given = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
    if (given === undefined && (field.optional || field.default !== undefined)) continue;
    copy[name] = checkField(field, given, join(path, name), problems, checkChild);
  }
  return Object.freeze(copy) as T;
}

/** A field's path below its parent's. */
export function join(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}

function checkField(field: Field, value: unknown, path: string, problems: Problems, checkChild?: CheckChild): unknown {
  if (field.list && Array.isArray(value)) {
    if (value.length <= LONGEST_LIST) return checkList(field, value, path, problems, checkChild);
    problems.add(path, `at most ${LONGEST_LIST} entries`, value);
  } else if (field.list === true) {
    problems.add(path, `a list, each entry ${expectation(field)}`, value);
  } else if (checkChild && (field.type === "plan" || field.type === "part")) {
    return checkChild(field.type, value, path);
  } else if (!accepts(field, value)) {
    problems.add(path, expectation(field, value), value);
  }
  return value;
}

function checkList(
  { list: _, increasing, ...entryField }: Field,
  list: readonly unknown[],
  path: string,
  problems: Problems,
  checkChild?: CheckChild,
): readonly unknown[] {
  const copy = list.slice();
  let before: Quantity | undefined;
  for (let i = 0; i < copy.length; i++) {
    if (!accepts(entryField, copy[i])) copy[i] = checkField(entryField, copy[i], `${path}[${i}]`, problems, checkChild);
    if (!increasing) continue;
    const now = readTime(copy[i]);
    if (now && before && now.unit === before.unit && now.count <= before.count) {
      const noun = typeof copy[i] === "number" ? "number" : "time";
      problems.add(`${path}[${i}]`, `a ${noun} above ${path}[${i - 1}] (${copy[i - 1]})`, copy[i]);
    }
    before = now;
  }
  return Object.freeze(copy);
}

function accepts({ type, rest, min = -1 / 0, above = -1 / 0, of = [] }: Field, value: unknown): boolean {
  if (type === "time") return value === "rest" ? rest === true : readTime(value) !== undefined;
  if (type === "level") return isLevel(value);
  if (type === "choice") return typeof value === "string" && of.includes(value);
  if (type === "flag") return typeof value === "boolean";
  if (type === "plan" || type === "part") return false;
  return typeof value === "number" && value < 1 / 0 && value >= min && value > above;
}

function expectation({ type, min, above, of = [] }: Field, value?: unknown): string {
  if (type === "time") return EXPECTED_TIME;
  if (type === "level") return EXPECTED_LEVEL;
  if (type === "flag") return "true or false";
  if (type === "plan" || type === "part") return "a plan";
  if (type === "choice") {
    const close = typeof value === "string" ? nearest(value, of) : undefined;
    return `one of ${of.map((word) => `"${word}"`).join(", ")}${close ? ` (did you mean "${close}"?)` : ""}`;
  }
  return `a finite number${above !== undefined ? ` above ${above}` : min !== undefined ? ` from ${min}` : ""}`;
}
