import type { Problems } from "./error.ts";
import { accepts, type Field, isObject, join, readFields, type Values, type Walk } from "./field.ts";
import type { Child, Context, Functions, Surroundings } from "./kind.ts";
import { partFields } from "./kinds/sequence.ts";
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

const DEEPEST = 64;
const MOST_PLANS = 10_000;
const MOST_ENTRIES = 200_000;
const MOST_PIECES = 1_000_000;

/** Reads a whole tree of plans: the tree that waits for its surroundings, of use when no problem was reported. */
export function readPlan(
  root: unknown,
  path: string,
  problems: Problems,
  given?: Facts,
  functions: Functions = {},
): Child | undefined {
  let depth = 0;
  let plans = 0;
  let entries = 0;
  let pieces = 0;
  const walk: Walk = {
    problems,
    facts: given,
    child(type, value, path, plain) {
      const before = walk.plain;
      walk.plain ||= plain;
      const child = (type === "part" ? readPart : read)(value, path);
      walk.plain = before;
      return child;
    },
  };
  return read(root, path);

  function read(plan: unknown, path: string): Child | undefined {
    const kind: unknown = Object(plan).kind;
    for (const value of isObject(plan) ? Object.values(plan) : []) {
      // A list that is too long by itself is told so in its place.
      if (Array.isArray(value)) entries += Math.min(value.length, MOST_ENTRIES / 2);
    }
    if (depth >= DEEPEST || ++plans > MOST_PLANS || entries > MOST_ENTRIES) {
      problems.add(path, "at most 10,000 plans, 64 deep, with 200,000 entries", plan);
    } else if (typeof kind === "string" && Object.hasOwn(kinds, kind)) {
      const { fields, length, inner, compile } = kinds[kind as Plan["kind"]] as unknown as Row;
      const problem: Context["problem"] = (at, expected, value) => problems.add(join(path, at), expected, value);
      const spend: Context["spend"] = (count) => {
        pieces += count;
        if (pieces <= MOST_PIECES) return;
        problems.add(path, "at most 1,000,000 changes of value, counted for each plan of a product or sum", pieces);
        problems.throwIfAny();
      };
      const outer = walk.facts;
      const facts = inner && outer ? inner(plan, outer) : outer;
      depth++;
      walk.facts = facts;
      const values = readFields<Values>(walk, { kind: { of: [kind] }, ...fields }, plan, path);
      walk.facts = outer;
      depth--;
      return {
        get length() {
          return length?.(values, facts) ?? (values.over as number | undefined) ?? 1 / 0;
        },
        compile(around) {
          settle(fields, plan as Values, values, around, problem);
          const own = compile(values, { ...around, facts: facts as Facts, functions, problem, spend });
          spend(own.length);
          return own;
        },
      };
    } else {
      problems.add(join(path, "kind"), oneOf(Object.keys(kinds), kind), kind);
    }
    return undefined;
  }

  function readPart(part: unknown, path: string): unknown {
    const { plan: inner, kind } = Object(part);
    // A kind may have a plan too.
    if (inner === undefined || kind !== undefined) return { child: read(part, path) };
    const { plan, until, clock } = readFields(walk, partFields, part, path);
    return { child: plan, until, global: clock === "global" };
  }
}

/** Replaces the NaN of `"rest"` and of `"last"` by what the surroundings say that they are. */
function settle(
  fields: Row["fields"],
  plan: Values,
  values: Values,
  around: Surroundings,
  problem: Context["problem"],
): void {
  for (const [name, field] of Object.entries(fields)) {
    if (!Number.isNaN(values[name])) continue;
    const isLevel = field.type === "level";
    const known = isLevel ? around.last : around.room;
    values[name] = known;
    if (!accepts(field, known))
      problem(name, `${isLevel ? "a level before" : "run.steps with room"} to resolve "${plan[name]}"`, known);
  }
}
