/** The functions that a plan names. */
export function functionsOf(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  const { kind, name } = value as { readonly kind?: unknown; readonly name?: unknown };
  if (kind === "custom" && typeof name === "string") return [name];
  return Object.values(value).flatMap(functionsOf);
}
