/** A level inside a plan's data, and where it stands. */
export interface PlacedLevel {
  readonly path: readonly string[];
  readonly level: number | string;
}

/** Where a plan says what is gone to, or what is never left below. */
export function levelsOf(data: unknown, path: readonly string[] = []): readonly PlacedLevel[] {
  if (typeof data !== "object" || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) => {
    const isLevel = (name === "to" || name === "min") && !Array.isArray(value) && Number.parseFloat(String(value)) > 0;
    return isLevel ? [{ path: [...path, name], level: value as number | string }] : levelsOf(value, [...path, name]);
  });
}

/** A copy of data with another value at a path. */
export function replaced(data: unknown, [name, ...path]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value;
  const copy = (Array.isArray(data) ? [...data] : { ...(data as object) }) as Record<string, unknown>;
  copy[name] = replaced(copy[name], path, value);
  return copy;
}
