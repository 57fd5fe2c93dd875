/** The names of the functions that a plan calls, each once. */
export function namedBy(data: unknown): string[] {
  if (typeof data !== "object" || data === null) return [];
  const { kind, name } = data as { readonly kind?: unknown; readonly name?: string };
  return [...new Set([...(kind === "custom" ? [String(name)] : []), ...Object.values(data).flatMap(namedBy)])];
}
