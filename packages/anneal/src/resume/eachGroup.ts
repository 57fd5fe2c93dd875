import type { Controller } from "../controllers/controller.ts";
import { mapValues } from "../mapValues.ts";
import type { Plan } from "../plan.ts";
import type { Driven, Program } from "../scheduler/program.ts";

/** A program with other plans, for so many groups, its controllers left; groups whose plans come out the same share one. */
export function eachGroup(program: Program, groups: number, make: (key: string, group: number) => Plan): Program {
  return mapValues(program, (value, key) => {
    const made = Array.from({ length: groups }, (_, group) => make(key, group));
    const isOne = new Set(made.map((plan) => JSON.stringify(plan))).size === 1;
    const plan = isOne ? (made[0] as Plan) : made;
    const { controllers } = value as Driven;
    if (controllers === undefined) return plan;
    const fits = (controller: Controller) => fitting(controller, groups);
    return { plan, controllers: Array.isArray(controllers) ? controllers.map(fits) : fits(controllers as Controller) };
  });
}

/** A list with an entry for each group; a new group has that of the last. */
export function fitted<T>(list: readonly T[], groups: number): T[] {
  return Array.from({ length: groups }, (_, i) => (i < list.length ? list[i] : list.at(-1)) as T);
}

/** A controller whose rates are one for each group, for so many groups. */
function fitting(controller: Controller, groups: number): Controller {
  const options = controller as unknown as Readonly<Record<string, unknown>>;
  return mapValues(options, (value) => (Array.isArray(value) ? fitted(value, groups) : value)) as unknown as Controller;
}
