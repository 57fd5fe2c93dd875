import type { Context } from "./context.ts";
import type { Document } from "./document.ts";
import type { Found } from "./reading.ts";
import type { Stepped } from "./stepped.ts";

/** A schedule that the text steps, where the text sets rates itself too: what both come to is not read. */
export function besideOwn(found: Found, own: readonly Stepped[], { ratesSet = [] }: Document, context: Context): Found {
  const [first] = ratesSet;
  if (!first || own.length === 0) return found;
  context.note("the text sets a group's rate itself, too: what comes of that is not read", first);
  return { ...found, isUnclocked: true };
}
