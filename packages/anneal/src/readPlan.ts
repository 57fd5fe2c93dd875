import type { Problems } from "./error.ts";
import { type Field, isObject, join, misfit, readFields, type Values, type Walk } from "./field.ts";
import type { Child, Context, Functions } from "./kind.ts";
import { DEEPEST, LONGEST_LIST, MOST_ENTRIES, MOST_PIECES, MOST_PLANS } from "./limits.ts";
import { oneOf } from "./nearest.ts";
import type { Piece } from "./piece.ts";
import { kinds, type Plan } from "./plan.ts";
import type { Facts } from "./units.ts";

/** A row of the kinds' table, seen by a walk that knows the fields only through the row itself. */
interface Row {
  readonly fields: Readonly<Record<string, Field>>;
  length?(values: Values, facts?: Facts): number;
  inner?(plan: unknown, facts: Facts): Facts;
  compile(values: Values, context: Context): readonly Piece[];
}

/** Reads a whole tree of plans: the tree that waits for its surroundings, of use when no problem was reported. */
export function readPlan(
  root: unknown,
  path: string,
  problems: Problems,
  given?: Facts,
  functions?: Functions | null,
): Child | undefined {
  let plans = 0;
  let entries = 0;
  let pieces = 0;
  return read({ problems, facts: given, child: read }, root, path);

  function read(walk: Walk, plan: unknown, path: string): Child | undefined {
    const { depth = 0 } = walk;
    if (!isObject(plan)) {
      problems.add(path, "a plan", plan);
      return undefined;
    }
    const { kind } = plan;
    for (const value of Object.values(plan)) {
      // A list that is too long by itself is told so in its place.
      if (Array.isArray(value)) entries += Math.min(value.length, LONGEST_LIST);
    }
    if (depth >= DEEPEST || ++plans > MOST_PLANS || entries > MOST_ENTRIES) {
      problems.add(path, "at most 10,000 plans, 64 deep, with 200,000 entries", plan);
    } else if (typeof kind === "string" && Object.hasOwn(kinds, kind)) {
      const { fields, length, inner, compile } = kinds[kind as Plan["kind"]] as unknown as Row;
      const problem: Context["problem"] = (at, expected, value) => problems.add(join(path, at), expected, value);
      const spend: Context["spend"] = (count) => {
        pieces += count;
        if (pieces <= MOST_PIECES) return;
        problems.add(path, "at most 1,000,000 changes of value", pieces);
        problems.throwIfAny();
      };
      const facts = walk.facts && inner ? inner(plan, walk.facts) : walk.facts;
      const table = { kind: { of: [kind] }, ...fields };
      const values = readFields<Values>({ ...walk, facts, depth: depth + 1 }, table, plan, path);
      return {
        length: () => length?.(values, facts) ?? (values.over as number | undefined) ?? 1 / 0,
        compile(around) {
          // What is the NaN of "rest" and of "last", the surroundings say.
          for (const [name, field] of Object.entries(fields)) {
            if (!Number.isNaN(values[name])) continue;
            const isLast = field.open === "last";
            values[name] = isLast ? around.last : around.room;
            if (misfit(field, values[name])) {
              problem(name, isLast ? "a level before to resolve it" : missing(around.room, facts as Facts), field.open);
            }
          }
          const own = compile(values, { ...around, facts: facts as Facts, functions: functions ?? {}, problem, spend });
          spend(own.length);
          return own;
        },
      };
    } else {
      problems.add(join(path, "kind"), oneOf(Object.keys(kinds), kind), kind);
    }
    return undefined;
  }
}

/** What is expected instead of `"rest"`: it is less than nothing, or shared with another part, or nothing ends it. */
function missing(room = Number.NaN, { steps }: Facts): string {
  if (!room && !steps) return "run.steps to resolve it";
  return `an amount: the rest is ${room > -1 / 0 ? room : "shared or endless"}`;
}
