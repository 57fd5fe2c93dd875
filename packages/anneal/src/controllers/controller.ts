import type { Problems } from "../error.ts";
import { type Field, join, readFields, type Values } from "../field.ts";
import { freeze } from "../freeze.ts";
import { oneOf } from "../nearest.ts";
import { type Greedy, type GreedyState, greedyReducer } from "./greedy.ts";
import { type Plateau, type PlateauState, plateauReducer } from "./plateau.ts";
import type { ControllerState, Outcome, Reducer } from "./reducer.ts";

/** A scale that follows a metric, as plain data: the same in code, in JSON and in a saved file. */
export type Controller = Plateau | Greedy;

/** What the controller of each kind keeps. */
interface States {
  readonly plateau: PlateauState;
  readonly greedy: GreedyState;
}

/** One row for each kind of controller; the compiler asks for a row that is missing. */
type ByKind = { readonly [K in Controller["kind"]]: Reducer<Extract<Controller, { readonly kind: K }>, States[K]> };

/** The closed list of controllers. */
export const controllers: ByKind = { plateau: plateauReducer, greedy: greedyReducer };

/** A row of the table, seen by what knows the fields only through the row itself. */
interface Row {
  readonly fields: Readonly<Record<string, Field>>;
  readonly saved: Readonly<Record<string, Field>>;
  readonly raises?: true;
  check?(fields: Values, groups: number, problem: Problems["add"]): void;
  start(scales: readonly number[]): ControllerState;
  next(fields: Values, state: ControllerState, metric: number, rates: readonly number[]): Outcome<ControllerState>;
}

/** A controller that was checked for a number of param groups. */
export interface BoundController {
  /** The controller, deeply frozen. */
  readonly controller: Controller;
  /** Whether it may raise a value above its plan's. */
  readonly raises: boolean;
  /** The state before the first metric. */
  start(scales: readonly number[]): ControllerState;
  /** The state after a metric, and why it acted, if it did. */
  next(state: ControllerState, metric: number, rates: readonly number[]): Outcome<ControllerState>;
  /** Checks a saved state; the result is of use when no problem was reported. */
  read(saved: unknown, path: string, problems: Problems): ControllerState;
}

/** Checks a controller; the result is of use when no problem was reported. */
export function bindController(
  controller: Controller,
  groups: number,
  path: string,
  problems: Problems,
): BoundController | undefined {
  const kind: unknown = Object(controller).kind;
  if (typeof kind !== "string" || !Object.hasOwn(controllers, kind)) {
    problems.add(join(path, "kind"), oneOf(Object.keys(controllers), kind), kind);
    return undefined;
  }
  const row = controllers[kind as Controller["kind"]] as unknown as Row;
  const before = problems.issues.length;
  const fields = readFields<Values>({ problems }, { kind: { of: [kind] }, ...row.fields }, controller, path);
  const problem: Problems["add"] = (name, ...rest) => problems.add(join(path, name), ...rest);
  for (const [name, { list }] of Object.entries(row.fields)) {
    const value = fields[name];
    if (list === "each" && Array.isArray(value) && value.length !== groups) {
      problem(name, `one number, or ${groups}, one for each param group`, value);
    }
  }
  if (problems.issues.length === before) row.check?.(fields, groups, problem);
  return {
    controller: freeze(controller),
    raises: row.raises === true,
    start: row.start,
    next: (...now) => row.next(fields, ...now),
    read(saved, at, problems) {
      const state = readFields<Values>({ problems }, row.saved, saved, at) as unknown as ControllerState;
      const { scales } = state;
      if (scales && scales.length !== groups) problems.add(`${at}.scales`, `a list of ${groups}`, scales);
      return state;
    },
  };
}
