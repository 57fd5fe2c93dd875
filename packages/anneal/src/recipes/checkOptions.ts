import { Problems } from "../error.ts";
import { type Fields, isObject, readFields } from "../field.ts";
import { DEEPEST } from "../limits.ts";

/** Checks a recipe's options by its table and fills in the defaults; a plan among them is checked when it is built. */
export function checkOptions<T extends object>(table: Fields<T>, options: unknown): Required<T> {
  const problems = new Problems();
  const child = (_: unknown, plan: unknown, path: string): unknown => {
    if (!isObject(plan)) return problems.add(path, "a plan", plan);
    // A copy of it is made, which what holds itself has none of. Each plan is in a part, in a list, in a plan.
    return isDeep(plan, 4 * DEEPEST) ? problems.add(path, `a plan at most ${DEEPEST} deep`, plan) : plan;
  };
  const values = readFields({ problems, child }, table, options, "");
  problems.throwIfAny();
  return values as Required<T>;
}

/** Whether there is data inside data more often than that. */
function isDeep(data: unknown, most: number): boolean {
  return (
    typeof data === "object" && data !== null && (!most || Object.values(data).some((one) => isDeep(one, most - 1)))
  );
}
