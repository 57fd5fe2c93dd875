import type { Context } from "./context.ts";
import type { Place } from "./value.ts";

/** How many values a group counts as: one or more plans are made and checked for each. */
const GROUP = 100;

/** Whether a schedule has more param groups than are read of one text, which is told. */
export function tooManyGroups(count: number, name: string, context: Context, place?: Place): boolean {
  const too = context.effort.call(GROUP * count);
  if (too !== undefined) context.problem(name, too, `${count} groups`, place);
  return too !== undefined;
}
