import type { Held } from "./held.ts";

/** The numbers among what names hold before a loop that changes them. */
export function startsOf(names: ReadonlyMap<string, Held | undefined>): ReadonlyMap<string, number> {
  return new Map([...names].filter((one): one is [string, number] => typeof one[1] === "number"));
}
