/** A deeply frozen copy of plain data, such as a plan. */
export function freeze<T>(data: T): T {
  if (typeof data !== "object") return data;
  if (Array.isArray(data)) return Object.freeze(data.map(freeze)) as T;
  return Object.freeze(
    Object.fromEntries(Object.entries(data as object).map(([name, value]) => [name, freeze(value)])),
  ) as T;
}
