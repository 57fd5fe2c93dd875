import type { Controller } from "../controllers/controller.ts";
import type { Problems } from "../error.ts";
import { type Field, isObject, readFields } from "../field.ts";
import { freeze } from "../freeze.ts";
import { mapValues } from "../mapValues.ts";
import type { Plan } from "../plan.ts";
import type { Schedule } from "../schedule.ts";
import { plansOf } from "./compileEach.ts";
import type { Tracks } from "./track.ts";

/** Plans whose values are multiplied by what controllers make of a metric. */
export interface Driven {
  /** One plan for all param groups, or a list with one for each. */
  readonly plan: Plan | readonly Plan[];
  /** One controller or several; each has a scale for each param group. */
  readonly controllers?: Controller | readonly Controller[];
  /** A schedule is read against a run of its own, and refused: pass its `plan`. */
  readonly run?: never;
}

/** What drives each hyperparameter: one plan for all param groups, a list with one for each, or either with controllers. */
export interface Program {
  readonly [hyperparameter: string]: Plan | readonly Plan[] | Driven;
}

/** A program's value, taken apart. */
export interface Entry {
  readonly plans: Plan | readonly Plan[];
  readonly plansPath: string;
  readonly controllers: readonly Controller[];
  controllerPath(i: number): string;
}

/** Plans and controllers are read elsewhere. */
const HERE: Field = { type: "plan" };
const drivenFields = { plan: HERE, controllers: { ...HERE, default: undefined } };

/** Takes a program's value apart. */
export function readEntry(value: Program[string], key: string, problems: Problems): Entry {
  if (!isDriven(value)) {
    const isSchedule = typeof value === "function";
    if (isSchedule) problems.add(key, "a plan; of a schedule, its .plan", value);
    const plans = isSchedule ? (value as Schedule).plan : value;
    return { plans, plansPath: key, controllers: [], controllerPath: String };
  }
  readFields({ problems, child: () => undefined }, drivenFields, value, key);
  const { plan, controllers = [] } = value;
  const path = `${key}.controllers`;
  return {
    plans: plan,
    plansPath: `${key}.plan`,
    controllers: [controllers].flat(),
    controllerPath: (i) => (Array.isArray(controllers) ? `${path}[${i}]` : path),
  };
}

/** The program as it was read: deeply frozen copies. */
export function programOf(given: Program, tracks: Tracks): Program {
  const program = mapValues(given, (value, key) => {
    const { schedules } = tracks[key] as Tracks[string];
    if (!isDriven(value)) return Object.freeze(plansOf(schedules, value));
    const { plan, controllers } = value;
    return Object.freeze({
      plan: Object.freeze(plansOf(schedules, plan)),
      ...(controllers && { controllers: freeze(controllers) }),
    });
  });
  return Object.freeze(program);
}

function isDriven(value: Program[string]): value is Driven {
  return isObject(value) && value.kind === undefined && ("plan" in value || "controllers" in value);
}
