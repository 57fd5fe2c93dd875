import { LONGEST_LIST } from "./limits.ts";

/** A deeply frozen copy of plain data, such as a plan. */
export function freeze<T>(data: T): T {
  if (typeof data !== "object" || data === null) return data;
  if (Array.isArray(data)) return Object.freeze(data.map(freeze)) as T;
  // Copied whole and then changed in place, the objects of one kind share a shape, which is most of the time.
  const copy = { ...data } as Record<string, unknown>;
  for (const name of Object.keys(copy)) copy[name] = freeze(copy[name]);
  return Object.freeze(copy) as T;
}

/** A frozen copy of a list; what is none, or too long, stays as it is, for the check of the whole to refuse. */
export function frozenList<T>(list: T): T {
  return Array.isArray(list) && list.length <= LONGEST_LIST ? (Object.freeze(list.slice()) as T) : list;
}
