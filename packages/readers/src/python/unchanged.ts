import type { Value } from "../value.ts";
import { isUnknown } from "./derived.ts";
import type { Held } from "./held.ts";
import { equal } from "./operators.ts";

/** Whether what a name holds after a loop is what it held before it. */
export function unchanged(old: Held, after: Held): boolean {
  return old === after || (plain(old) && plain(after) && equal(old as Value, after as Value));
}

function plain(held: Held): boolean {
  return held === null || typeof held !== "object" || (Array.isArray(held) && !isUnknown(held as Value));
}
