import type { Held } from "./held.ts";

type Names = Map<string, Held>;

const known: WeakMap<Names, Map<string, Held>> = new WeakMap();

/** Notes what a field is that is assigned for the first time, such as a flag's default, or what only its object's maker knows. */
export function noteUnset(names: Names, name: string, held: Held): void {
  const own = known.get(names) ?? new Map<string, Held>();
  known.set(names, own);
  if (!own.has(name)) own.set(name, held);
}

/** What a field is where it is not assigned, as far as that is noted. */
export function unsetIn(names: Names, name: string): Held | undefined {
  return known.get(names)?.get(name);
}
