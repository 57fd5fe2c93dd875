import type { Problems } from "../error.ts";
import { join } from "../field.ts";
import { oneOf } from "../nearest.ts";
import { type BoundController, bindReducer } from "./bindReducer.ts";
import { type Greedy, type GreedyState, greedyReducer } from "./greedy.ts";
import { type Plateau, type PlateauState, plateauReducer } from "./plateau.ts";
import type { ControllerState, Reducer } from "./reducer.ts";

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

/** Checks a controller; the result is of use when no problem was reported. */
export function bindController(
  controller: Controller,
  groups: number,
  path: string,
  problems: Problems,
): BoundController | undefined {
  const kind: unknown = Object(controller).kind;
  if (typeof kind === "string" && Object.hasOwn(controllers, kind)) {
    // The row knows its own fields and states, whichever it is.
    const row = controllers[kind as Controller["kind"]] as Reducer<Controller, ControllerState>;
    return bindReducer(row, controller, groups, path, problems);
  }
  problems.add(join(path, "kind"), oneOf(Object.keys(controllers), kind), kind);
  return undefined;
}
