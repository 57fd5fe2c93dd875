import type { Managed } from "../stepped.ts";
import { Call, isDictionary, isList, type Place, type Value } from "../value.ts";
import type { Evaluation } from "./evaluation.ts";
import type { Held, Instance } from "./held.ts";

/** How deep what `configure_optimizers` gives is nested at most. */
const DEEPEST = 4;

/** Notes what Lightning is to step, by what `configure_optimizers` gives: schedulers, or dictionaries that say how often. */
export function manage(given: Held, into: Map<Value, Managed>, ownStep: Place | undefined, depth = 0): void {
  const value = given as Value;
  if (depth > DEEPEST) return;
  if (value instanceof Call) into.set(value, { ownStep });
  else if (isList(value)) for (const one of value) manage(one, into, ownStep, depth + 1);
  else if (isDictionary(value)) {
    const scheduler = value.get("scheduler");
    if (scheduler instanceof Call) {
      into.set(scheduler, { interval: value.get("interval"), frequency: value.get("frequency"), ownStep });
    }
    for (const key of ["lr_scheduler", "lr_schedulers"]) manage(value.get(key) ?? null, into, ownStep, depth + 1);
  }
}

/** Where a module of Lightning's says for itself when `step()` is called, otherwise than always or by whether there is a metric. */
export function ownStep(self: Instance, { functions, source, places }: Evaluation): Place | undefined {
  const own = functions.find(({ defined, self: of }) => defined.name === "lr_scheduler_step" && of?.of === self.of);
  if (!own) return undefined;
  const { body } = own.defined;
  const text = source.slice(body.from, body.to).replace(/\bif +(?:\w*metrics?\w*)(?: +is(?: +not)? +None)? *:/g, "");
  return /\.step(?:_update)?\(/.test(text) && !/\b(?:if|for|while|and|or)\b/.test(text)
    ? undefined
    : places.at(own.defined.node.from);
}
