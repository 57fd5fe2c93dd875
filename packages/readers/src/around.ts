import type { Context } from "./context.ts";
import { shortName } from "./entry.ts";
import type { Call, Value } from "./value.ts";

/** Classes that by their names change a scheduler that they are given. */
const AROUND = /^(?=[A-Z])\w*(?:Warm|Scheduler)/;

/** What takes something and by its name changes it, by what it takes; of the calls of each text. */
const takers: WeakMap<readonly Call[], ReadonlyMap<Value, Call>> = new WeakMap();

function takersIn(calls: readonly Call[]): ReadonlyMap<Value, Call> {
  const known = takers.get(calls);
  if (known) return known;
  const all = new Map<Value, Call>();
  for (const taker of calls) {
    if (!AROUND.test(shortName(taker.name))) continue;
    for (const value of [...taker.positional, ...taker.named.values()]) if (!all.has(value)) all.set(value, taker);
  }
  takers.set(calls, all);
  return all;
}

/** Tells what of these calls takes a schedule and by its name changes it, such as a warm-up of the text's own. */
export function noteAround(calls: readonly Call[], one: Call, context: Context): Context {
  const taker = takersIn(calls).get(one);
  if (taker) {
    const name = shortName(taker.name);
    context.note(`it is given to ${name}, which is not known: this is its part alone`, taker.place);
  }
  return context;
}
