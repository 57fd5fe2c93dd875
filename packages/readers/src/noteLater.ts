import type { Context } from "./context.ts";
import { shortName } from "./entry.ts";
import type { Call } from "./value.ts";

/** Tells what a text sets of a schedule after it is made, where that is not read. */
export function noteLater({ later, name }: Call, read: readonly string[] = [], context: Context): void {
  for (const [field, { place }] of later) {
    if (read.includes(field)) continue;
    const told = `the text sets ${field.slice(0, 60)} of ${shortName(name)} later on, which is not read`;
    context.note(told, place);
  }
}
