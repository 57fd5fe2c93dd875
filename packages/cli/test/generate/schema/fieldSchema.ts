import type { Field } from "../../../../anneal/src/field.ts";
import { LONGEST_LIST, LONGEST_TEXT } from "../../../../anneal/src/limits.ts";

/** A JSON Schema, or a part of one. */
export type Schema = Readonly<Record<string, unknown>>;

/** A count with a unit, as `units.ts` reads it: digits at both ends. */
const DIGITS = String.raw`\d+(?:\.\d+|\.(?=[eE]))?(?:[eE][+-]?\d+)?`;
const UNITS = { time: "(?: (?:step|epoch|sample|token)s?|%)", level: "x" } as const;

/** What is said of a field, by its name. */
export type Describe = (name: string) => string | undefined;

/** What may stand in a field; `plain`: levels are numbers only. */
function fieldSchema(field: Field, plain: boolean, describe: Describe): Schema {
  const { list, default: preset, ...entry } = field;
  const one = oneSchema(entry, plain, describe);
  const several = listSchema(field, one, plain);
  const whole = list === undefined ? one : list === true ? several : anyOf(one, several);
  return preset === undefined ? whole : { ...whole, default: preset };
}

function listSchema(field: Field, one: Schema, plain: boolean): Schema {
  const { least = 0 } = field;
  const size = { ...(least > 0 ? { minItems: least } : {}), maxItems: LONGEST_LIST };
  // Of several plans only the first may have levels that are relative.
  if (field.plain && !plain) return { type: "array", prefixItems: [one], items: planSchema(true), ...size };
  return { type: "array", items: one, ...size };
}

function oneSchema(field: Field, plain: boolean, describe: Describe): Schema {
  const { type, of, fields, open } = field;
  if (fields) {
    const { fields: _, ...rest } = field;
    return {
      if: { type: "object", not: { required: ["kind"] } },
      // biome-ignore lint/suspicious/noThenProperty: it is a schema's word.
      then: { ...tableSchema(fields, plain, describe), additionalProperties: false },
      else: oneSchema(rest, plain, describe),
    };
  }
  if (of) return { enum: of };
  if (type === "plan") return planSchema(plain);
  if (type === "text") return { type: "string", ...lengths(field) };
  const number = { type: field.whole ? "integer" : "number", ...bounds(field) };
  if (type === "number" || (type === "level" && plain)) return number;
  const unit = type as "time" | "level";
  // Nothing with a unit is nothing all the same.
  const above = field.above === 0 ? "(?=[^eE]*[1-9])" : "";
  const text = { type: "string", maxLength: LONGEST_TEXT, pattern: `^${above}${DIGITS}${UNITS[unit]}$` };
  return anyOf(number, text, ...(open ? [{ const: open }] : []));
}

const planSchema = (plain: boolean): Schema => ({ $ref: plain ? "#/$defs/plainPlan" : "#/$defs/plan" });

const anyOf = (...schemas: readonly Schema[]): Schema => ({ anyOf: schemas });

function bounds({ above, from = above ?? 0, below }: Field): Schema {
  const isExclusive = from === above;
  return {
    ...(from === -1 / 0 ? {} : { [isExclusive ? "exclusiveMinimum" : "minimum"]: from }),
    ...(below === undefined ? {} : { exclusiveMaximum: below }),
  };
}

function lengths({ from, below }: Field): Schema {
  return {
    ...(from === undefined ? {} : { minLength: from }),
    ...(below === undefined ? {} : { maxLength: below - 1 }),
  };
}

/** An object with the fields of a table. */
export function tableSchema(fields: NonNullable<Field["fields"]>, plain: boolean, describe: Describe): Schema {
  const properties = Object.entries(fields).map(([name, field]) => {
    const description = describe(name);
    return [name, { ...(description ? { description } : {}), ...fieldSchema(field, plain, describe) }];
  });
  const required = Object.keys(fields).filter((name) => !("default" in (fields[name] as Field)));
  return {
    type: "object",
    properties: Object.fromEntries(properties),
    ...(required.length > 0 ? { required } : {}),
  };
}
