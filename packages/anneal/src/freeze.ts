/** A deeply frozen copy of plain data, such as a plan. */
export function freeze<T>(data: T): T {
  if (typeof data !== "object" || data === null) return data;
  if (Array.isArray(data)) return Object.freeze(data.map(freeze)) as T;
  // Copied whole and then changed in place, the objects of one kind share a shape, which is most of the time.
  const copy = { ...data } as Record<string, unknown>;
  for (const name of Object.keys(copy)) copy[name] = freeze(copy[name]);
  return Object.freeze(copy) as T;
}
