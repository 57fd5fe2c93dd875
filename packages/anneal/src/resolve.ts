import type { Problems } from "./error.ts";
import { type Field, join } from "./field.ts";
import type { Child, Context, ResolvedPart, Surroundings } from "./kind.ts";
import { type Part, partFields } from "./kinds/sequence.ts";
import type { Piece } from "./piece.ts";
import { kinds, type Plan } from "./plan.ts";
import type { Run } from "./run.ts";
import { type Level, resolveLevel, resolveTime, type Time } from "./units.ts";

/** A row of the kinds' table, seen by a walk that knows the fields only through the row itself. */
interface Row {
  readonly fields: Readonly<Record<string, Field>>;
  length?(fields: Values): number;
  compile(fields: Values, context: Context): readonly Piece[];
}

type Values = Record<string, unknown>;

/**
 * Resolves a checked plan against a run, driven by the tables of fields: times become steps and levels values.
 * `"rest"` and `"last"` are NaN until the plan's surroundings say what they are.
 */
export function resolvePlan(plan: Plan, path: string, run: Run, problems: Problems): Child {
  const row = kinds[plan.kind] as unknown as Row;
  const given = plan as unknown as Values;
  const values: Values = {};
  for (const [name, field] of Object.entries(row.fields)) {
    values[name] = resolveField(field, given[name] ?? field.default, join(path, name), run, problems);
  }
  return {
    length: row.length?.(values) ?? (values.over as number | undefined) ?? 1 / 0,
    compile(surroundings) {
      for (const [name, field] of Object.entries(row.fields)) {
        values[name] = settle(field, values[name], join(path, name), surroundings, problems);
      }
      return row.compile(values, {
        ...surroundings,
        problem(name, expected, i) {
          const list = given[name] as readonly unknown[];
          if (i === undefined) problems.add(join(path, name), expected, list);
          else problems.add(`${join(path, name)}[${i}]`, expected, list[i]);
        },
      });
    },
  };
}

function resolveField(field: Field, value: unknown, path: string, run: Run, problems: Problems): unknown {
  if (Array.isArray(value)) {
    const entries: unknown[] = new Array(value.length);
    for (let i = 0; i < value.length; i++) entries[i] = resolveValue(field, value[i], path, i, run, problems);
    return entries;
  }
  return resolveValue(field, value, path, undefined, run, problems);
}

/** Resolves one value; `i` is its place when it stands in a list. */
function resolveValue(
  { type }: Field,
  value: unknown,
  name: string,
  i: number | undefined,
  run: Run,
  problems: Problems,
): unknown {
  if (value === undefined || (type !== "time" && type !== "level" && type !== "part")) return value;
  if (type === "part") return resolvePart(value as Plan | Part, `${name}[${i}]`, run, problems);
  const resolved = type === "time" ? resolveTime(value as Time, run) : resolveLevel(value as Level, run);
  if (typeof resolved === "number" && resolved !== 1 / 0) return resolved;
  const path = i === undefined ? name : `${name}[${i}]`;
  if (resolved === 1 / 0) problems.add(path, "a value that stays finite in this run", value);
  else problems.add(path, `run.${resolved} to resolve "${value}"`, undefined);
  return 0;
}

function resolvePart(part: Plan | Part, path: string, run: Run, problems: Problems): ResolvedPart {
  if (!("plan" in part)) return { child: resolvePlan(part, path, run, problems), until: undefined, global: false };
  const child = resolvePlan(part.plan, join(path, "plan"), run, problems);
  const until = resolveField(partFields.until, part.until, join(path, "until"), run, problems);
  return { child, until: until as number | undefined, global: part.clock === "global" };
}

/** Replaces the NaN of `"rest"` or of `"last"` by what the surroundings say. */
function settle(field: Field, value: unknown, path: string, around: Surroundings, problems: Problems): unknown {
  if (Array.isArray(value) && value.some(Number.isNaN)) {
    return value.map((entry, i) => settle(field, entry, `${path}[${i}]`, around, problems));
  }
  if (!Number.isNaN(value)) return value;
  const { room, last } = around;
  if (field.type === "level") {
    if (last === undefined) problems.add(path, "a level of its own: nothing comes before it", "last");
    return last ?? 0;
  }
  if (room === undefined) problems.add(path, 'run.steps to resolve "rest"', undefined);
  else if (room < 0) problems.add(path, `room for "rest": the parts around it take ${-room} steps too many`, "rest");
  else if (!(room < 1 / 0)) problems.add(path, 'one "rest" among parts that end', "rest");
  return room ?? 0;
}
