import type { Entry } from "./entry.ts";

/** Entries by their full names: each of them under every one of these homes, the first of which is its usual one. */
export function under(
  homes: readonly string[],
  entries: Readonly<Record<string, Entry>>,
): Readonly<Record<string, Entry>> {
  return Object.fromEntries(
    homes.flatMap((home) => Object.entries(entries).map(([name, entry]) => [`${home}.${name}`, entry])),
  );
}
