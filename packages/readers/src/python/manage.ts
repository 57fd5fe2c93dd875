import type { Managed } from "../stepped.ts";
import { Call, isDictionary, isList, type Value } from "../value.ts";
import type { Held } from "./held.ts";

/** How deep what `configure_optimizers` gives is nested at most. */
const DEEPEST = 4;

/** Notes what Lightning is to step, by what `configure_optimizers` gives: schedulers, or dictionaries that say how often. */
export function manage(given: Held, into: Map<Value, Managed>, depth = 0): void {
  const value = given as Value;
  if (depth > DEEPEST) return;
  if (value instanceof Call) into.set(value, {});
  else if (isList(value)) for (const one of value) manage(one, into, depth + 1);
  else if (isDictionary(value)) {
    const scheduler = value.get("scheduler");
    if (scheduler instanceof Call) {
      into.set(scheduler, { interval: value.get("interval"), frequency: value.get("frequency") });
    }
    for (const key of ["lr_scheduler", "lr_schedulers"]) manage(value.get(key) ?? null, into, depth + 1);
  }
}
