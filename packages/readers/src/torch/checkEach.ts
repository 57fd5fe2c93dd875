import { isList } from "../value.ts";
import type { Argument } from "./scheduler.ts";

/** Whether lists have one entry for each group; one that has not is told. */
export function checkEach(given: Readonly<Record<string, unknown>>, { building, wrong }: Argument): boolean {
  const { groups } = building;
  return Object.entries(given).every(([parameter, value]) => {
    if (!isList(value as never)) return true;
    const { length } = value as readonly unknown[];
    groups.listed ??= length;
    const count = groups.count ?? groups.listed;
    if (length === count) return true;
    wrong(parameter, `one value, or ${count}, one for each param group`, `a list of ${length}`);
    return false;
  });
}
