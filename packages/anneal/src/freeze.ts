import { mapValues } from "./mapValues.ts";

/** A deeply frozen copy of plain data, such as a plan. */
export function freeze<T>(data: T): T {
  if (typeof data !== "object" || data === null) return data;
  return Object.freeze(
    Array.isArray(data) ? data.map(freeze) : mapValues(data as Readonly<Record<string, unknown>>, freeze),
  ) as T;
}
