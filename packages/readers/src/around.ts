import type { Context } from "./context.ts";
import { shortName } from "./entry.ts";
import type { Call } from "./value.ts";

/** Classes that by their names change a scheduler that they are given. */
const AROUND = /^[A-Z]\w*(?:Warm|Scheduler)/;

/** Tells what of these calls takes a schedule and by its name changes it, such as a warm-up of the text's own. */
export function noteAround(calls: readonly Call[], one: Call, context: Context): Context {
  const taker = calls.find(
    ({ name, positional, named }) =>
      AROUND.test(shortName(name)) && (positional.includes(one) || [...named.values()].includes(one)),
  );
  if (taker) {
    const name = shortName(taker.name);
    context.note(`it is given to ${name}, which is not known: this is its part alone`, taker.place);
  }
  return context;
}
