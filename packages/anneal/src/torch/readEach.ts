import { Problems } from "../error.ts";
import { type Fields, readFields, type Walk } from "../field.ts";
import { type Optimizer, paramGroupsOf } from "../scheduler/optimizer.ts";

/** Options as they are for one param group: its own entry where there is a list with one for each. */
export type Own<T> = {
  readonly [K in keyof T]: [Exclude<T[K], readonly unknown[]>] extends [never]
    ? T[K]
    : Exclude<T[K], readonly unknown[]>;
};

/**
 * Checks a class's options by its table and fills in the defaults. Returns them with what `make` makes of them: one
 * thing, or a list with one for each group when an option is a list with one for each.
 *
 * - `check`: reports what one option alone cannot tell.
 * - `child`: reads the options that are neither numbers nor words; their rows have the type `"plan"`.
 *
 * Throws a PlanError that lists every problem.
 */
export function readEach<T extends object, R>(
  optimizer: Optimizer,
  fields: Fields<T>,
  given: T,
  make: (own: Own<Required<T>>, i: number) => R,
  check?: (options: Required<T>, problems: Problems) => void,
  child?: (problems: Problems) => Pick<Walk, "child">,
): [options: Required<T>, made: R | R[]] {
  const { length } = paramGroupsOf(optimizer);
  const problems = new Problems();
  const options = readFields({ problems, ...child?.(problems) }, fields, given, "") as Required<T>;
  const lists = (Object.keys(fields) as (keyof T)[]).filter(
    (name) => fields[name].list === "each" && Array.isArray(options[name]),
  ) as string[];
  const listed = options as Readonly<Record<string, readonly unknown[]>>;
  check?.(options, problems);
  for (const name of lists) {
    const list = listed[name] as readonly unknown[];
    const one = fields[name as keyof T].type === "number" ? "number" : "function";
    if (list.length !== length) problems.add(name, `one ${one}, or ${length}, one for each param group`, list);
  }
  problems.throwIfAny();
  const of = (i: number): R => {
    const own = Object.fromEntries(lists.map((name) => [name, listed[name]?.[i]]));
    return make({ ...options, ...own } as Own<Required<T>>, i);
  };
  return [options, lists.length > 0 ? Array.from({ length }, (_, i) => of(i)) : of(0)];
}
