import { Problems } from "../error.ts";
import { type Fields, isObject, readFields } from "../field.ts";

/** Checks a recipe's options by its table and fills in the defaults; a plan among them is checked when it is built. */
export function checkOptions<T extends object>(table: Fields<T>, options: unknown): Required<T> {
  const problems = new Problems();
  const child = (_: unknown, plan: unknown, path: string): unknown =>
    isObject(plan) ? plan : problems.add(path, "a plan", plan);
  const values = readFields({ problems, child }, table, options, "");
  problems.throwIfAny();
  return values as Required<T>;
}
