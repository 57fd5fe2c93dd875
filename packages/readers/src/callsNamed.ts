import { shortName } from "./entry.ts";
import type { Call } from "./value.ts";

/** The calls of each text by the last parts of their names. */
const known: WeakMap<readonly Call[], ReadonlyMap<string, readonly Call[]>> = new WeakMap();

/** Those of a text's calls whose names end in this part, in their order: found once for all of its schedules. */
export function callsNamed(calls: readonly Call[], last: string): readonly Call[] {
  let all = known.get(calls);
  if (!all) {
    const made = new Map<string, Call[]>();
    for (const call of calls) {
      const own = made.get(shortName(call.name));
      if (own) own.push(call);
      else made.set(shortName(call.name), [call]);
    }
    all = made;
    known.set(calls, all);
  }
  return all.get(last) ?? [];
}
