import type { Problems } from "./error.ts";
import { type Field, join, type Values } from "./field.ts";
import type { Child, Context } from "./kind.ts";
import type { Piece } from "./piece.ts";

/** A row of the kinds' table, seen by a walk that knows the fields only through the row itself. */
export interface Row {
  readonly fields: Readonly<Record<string, Field>>;
  length?(values: Values): number;
  compile(values: Values, context: Context): readonly Piece[];
}

/** A plan that was read, waiting for its surroundings: they turn the NaN of `"rest"` and of `"last"` into numbers. */
export function waitingChild(row: Row, plan: Values, values: Values, path: string, problems: Problems): Child {
  return {
    length: row.length?.(values) ?? (values.over as number | undefined) ?? 1 / 0,
    compile(around) {
      const { room, last } = around;
      for (const [name, { type, positive }] of Object.entries(row.fields)) {
        if (!Number.isNaN(values[name])) continue;
        const [known, expected] =
          type === "level" ? [last, "a level here"] : [room, room === undefined ? "run.steps" : "room"];
        values[name] = known;
        if (known === undefined || !(positive ? known > 0 : known >= 0) || known === 1 / 0)
          problems.add(join(path, name), `${expected} to resolve "${plan[name]}"`, known);
      }
      const problem = (at: string, expected: string, value: unknown) => problems.add(join(path, at), expected, value);
      return row.compile(values, { ...around, problem });
    },
  };
}
