/** A deeply frozen copy of plain data, such as a plan. */
export function freeze<T>(data: T): T {
  if (typeof data !== "object" || data === null) return data;
  const copy = (Array.isArray(data) ? [...data] : { ...data }) as Record<string, unknown>;
  for (const name in copy) copy[name] = freeze(copy[name]);
  return Object.freeze(copy) as T;
}
