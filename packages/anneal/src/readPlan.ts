import type { Problems } from "./error.ts";
import { type Field, isObject, join, misfit, readFields, type Values, type Walk } from "./field.ts";
import type { Child, Context, Functions } from "./kind.ts";
import { DEEPEST, MOST_ENTRIES, MOST_PIECES, PLAN_ENTRIES } from "./limits.ts";
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
  const names = Object.keys(kinds);
  let entries = 0;
  let pieces = 0;
  return read({ problems, facts: given, child: read, count }, root, path);

  function count(more: number): void {
    entries += more;
    limit(entries, MOST_ENTRIES, path, root);
  }

  /** Refuses at once what would take too long. */
  function limit(
    amount: number,
    most: number,
    path: string,
    value: unknown,
    expected = "at most 64 plans deep, 320,000 entries (a plan is 30, a text 2)",
  ): void {
    if (amount <= most) return;
    problems.add(path, expected, value);
    problems.throwIfAny();
  }

  function read(walk: Walk, plan: unknown, path: string): Child | undefined {
    count(PLAN_ENTRIES);
    if (!isObject(plan)) return problems.add(path, "a plan", plan);
    const { kind } = plan;
    const depth = (walk.depth ?? 0) + 1;
    limit(depth, DEEPEST, path, plan);
    if (!names.includes(kind as string)) return problems.add(join(path, "kind"), oneOf(names, kind), kind);
    const { fields, length, inner, compile } = kinds[kind as Plan["kind"]] as unknown as Row;
    const facts = walk.facts && inner ? inner(plan, walk.facts) : walk.facts;
    const values = readFields<Values>({ ...walk, facts, depth }, { kind: { of: names }, ...fields }, plan, path);
    // Without facts it is only checked.
    if (!facts) return undefined;
    const problem: Context["problem"] = (at, expected, value) => problems.add(join(path, at), expected, value);
    const spend: Context["spend"] = (count) => {
      pieces += count;
      limit(pieces, MOST_PIECES, path, pieces, "at most 1,000,000 changes of value");
    };
    return {
      length: () => length?.(values, facts) ?? (values.over as number | undefined) ?? 1 / 0,
      compile(around) {
        // What is the NaN of "rest" and of "last", the surroundings say.
        for (const [name, field] of Object.entries(fields)) {
          if (!Number.isNaN(values[name])) continue;
          const isLast = field.open === "last";
          values[name] = isLast ? around.last : around.room;
          if (misfit(field, values[name])) {
            problem(name, isLast ? "a level before to resolve it" : missing(around.room, facts), field.open);
          }
        }
        const own = compile(values, { ...around, facts, functions: functions ?? {}, problem, spend });
        spend(own.length);
        return own;
      },
    };
  }
}

/** What is expected instead of `"rest"`: it is less than nothing, or shared with another part, or nothing ends it. */
function missing(room = Number.NaN, { steps }: Facts): string {
  if (!room && !steps) return "run.steps to resolve it";
  return `an amount: the rest is ${room > -1 / 0 ? room : "shared or endless"}`;
}
