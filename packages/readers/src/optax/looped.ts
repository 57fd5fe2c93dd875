import { withLength } from "../clocked.ts";
import type { Context } from "../context.ts";
import type { Document } from "../document.ts";
import type { Found } from "../reading.ts";
import type { Stepped } from "../stepped.ts";

/** A schedule with how many updates the text's own loop makes: each counts, whatever the loop goes through. */
export function looped(found: Found, { updates = [], outermost = [] }: Document, context: Context): Found {
  if (found.unit !== "update") return found;
  const only = onlyIn(updates);
  if (only) return withLength(found, only, context);
  // Where no update is seen, a loop that is the text's only one and counts steps by its name says how many there are.
  const [loop, ...others] = updates.length > 0 ? [] : outermost;
  const counts = loop && others.length === 0 && STEPS.test(loop.variable);
  return counts ? withLength(found, { loops: [loop], conditions: [] }, context) : found;
}

const STEPS = /^\s*(?:\w*_)?(?:step|iter|iteration|update)\s*$/i;

/** What is around all updates that are in loops, of each text. */
const known: WeakMap<readonly Stepped[], Stepped | false> = new WeakMap();

function onlyIn(updates: readonly Stepped[]): Stepped | undefined {
  let only = known.get(updates);
  if (only === undefined) {
    const inLoops = updates.filter(({ loops }) => loops.length > 0);
    const [first] = inLoops;
    only = first !== undefined && inLoops.every((one) => isAround(first, one)) && first;
    known.set(updates, only);
  }
  return only || undefined;
}

function isAround({ loops }: Stepped, other: Stepped): boolean {
  return loops.length === other.loops.length && loops.every((loop, i) => loop === other.loops[i]);
}
