import type { Problems } from "../error.ts";
import { type Field, join, readFields, type Values } from "../field.ts";
import { freeze } from "../freeze.ts";
import { mapValues } from "../mapValues.ts";
import type { ControllerState, Outcome, Reducer } from "./reducer.ts";
import { COUNT, type Watch } from "./watch.ts";

/** A controller that was checked for a number of param groups. */
export interface BoundController {
  /** The controller, deeply frozen. */
  readonly controller: Watch & { readonly kind: string };
  /** Whether it may raise a value above its plan's. */
  readonly raises: boolean;
  /** The state before the first metric. */
  start(scales: readonly number[]): ControllerState;
  /** The state after a metric, and why it acted, if it did. */
  next(state: ControllerState, metric: number, rates: readonly number[]): Outcome<ControllerState>;
  /** Checks a saved state; the result is of use when no problem was reported. */
  read(saved: unknown, path: string, problems: Problems): ControllerState;
}

const NULLABLE: Field = { type: "number", above: -1 / 0, default: null };

/** What a saved state is checked by; what has no row is a count. */
const SAVED: Readonly<Record<string, Field>> = {
  best: NULLABLE,
  mean: NULLABLE,
  sum: NULLABLE,
  values: { type: "number", above: -1 / 0, list: true },
  scales: { type: "number", list: true },
};

/** Checks a controller by its row; the result is of use when no problem was reported. */
export function bindReducer<C extends Watch & { readonly kind: string }, S extends ControllerState>(
  row: Reducer<C, S>,
  controller: Watch & { readonly kind: string },
  groups: number,
  path: string,
  problems: Problems,
): BoundController {
  const table: Readonly<Record<string, Field>> = row.fields;
  const before = problems.issues.length;
  const kind = { of: [controller.kind] };
  const fields = readFields<Values>({ problems }, { kind, ...table }, controller, path) as never;
  const problem: Problems["add"] = (name, ...rest) => problems.add(join(path, name), ...rest);
  for (const [name, value] of Object.entries(fields as Values)) {
    if (table[name]?.list && Array.isArray(value) && value.length !== groups) {
      problem(name, `one number, or ${groups}, one for each param group`, value);
    }
  }
  const fits = problems.issues.length === before;
  if (fits) row.check(fields, groups, problem);
  return {
    controller: fits ? freeze(controller) : controller,
    raises: row.raises === true,
    start: row.start,
    next: (state, ...now) => row.next(fields, state as S, ...now),
    read(saved, at, problems) {
      const table = mapValues(row.start([]) as object as Values, (_, name) => SAVED[name] ?? COUNT);
      const state = readFields({ problems }, table, saved, at) as object as ControllerState;
      const { scales } = state;
      if (scales && scales.length !== groups) problems.add(`${at}.scales`, `a list of ${groups}`, scales);
      return state;
    },
  };
}
