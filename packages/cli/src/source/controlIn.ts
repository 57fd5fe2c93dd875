import { PlanError } from "anneal";
import type { Control } from "./controlled.ts";
import { type PlaceOf, placed } from "./placed.ts";
import { isObject, refusedField } from "./refusedField.ts";

/** The largest scale that a Scheduler takes back. */
const LARGEST = 1e100;

/** How many groups a hyperparameter has, where that is known. */
type GroupsOf = (key: string) => number | undefined;

/**
 * What the controllers of a Scheduler's state have come to; none where it has none.
 *
 * Throws a PlanError, with its place, for a state that no Scheduler has: one whose scales it would not take back.
 */
export function controlIn(
  { position, controllers, program }: Readonly<Record<string, unknown>>,
  groupsOf: GroupsOf,
  at: PlaceOf,
): Control | undefined {
  if (controllers === undefined) return undefined;
  if (!isObject(controllers)) {
    throw refusedField("controllers", "an object with the states of each hyperparameter's", controllers, at);
  }
  const keys = Object.keys(program as object);
  const all = Object.entries(controllers).map(([key, list]) => {
    if (!keys.includes(key)) throw refusedField(`controllers.${key}`, "a key of the program", list, at);
    return [key, scalesIn(list, `controllers.${key}`, groupsOf(key), at)] as const;
  });
  if (all.length === 0) return undefined;
  const from = numberAt(position, "position", at);
  return { position: from, scales: Object.fromEntries(all) };
}

/** The product of the scales of a hyperparameter's controllers for each group. */
function scalesIn(list: unknown, path: string, groups: number | undefined, at: PlaceOf): readonly number[] {
  if (!Array.isArray(list) || list.length === 0) {
    throw refusedField(path, "a list of states with their scales", list, at);
  }
  let length = groups;
  const all = list.map((state: unknown, i) => {
    const [own, where]: [unknown, string] = [Object(state).scales, `${path}[${i}].scales`];
    if (!Array.isArray(own)) throw refusedField(path, "a list of states with their scales", list, at);
    length ??= own.length;
    if (own.length !== length || length === 0) throw wrong(where, `a list of ${length || "1"}`, lengthOf(own), at);
    return own.map((scale, group) => numberAt(scale, `${where}[${group}]`, at));
  });
  const product = Array.from({ length: length as number }, (_, group) =>
    all.reduce((scale, own) => scale * (own[group] as number), 1),
  );
  const far = product.find((scale) => !(scale <= LARGEST));
  if (far !== undefined) throw wrong(path, `scales of at most ${LARGEST}`, String(far), at);
  return product;
}

/** A finite number from 0. */
function numberAt(value: unknown, path: string, at: PlaceOf): number {
  if (typeof value === "number" && value >= 0 && value < Number.POSITIVE_INFINITY) return value;
  const expected = "a finite number from 0";
  throw typeof value === "number" ? wrong(path, expected, String(value), at) : refusedField(path, expected, value, at);
}

const lengthOf = (list: readonly unknown[]): string => `a list of ${list.length}`;

function wrong(path: string, expected: string, received: string, at: PlaceOf): PlanError {
  return placed(new PlanError([{ path, expected, received }]), at);
}
