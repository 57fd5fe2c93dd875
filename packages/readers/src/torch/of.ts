/** One value for all groups, or the entry of one. */
export function of<T>(given: T | readonly T[], i: number): T {
  return (Array.isArray(given) ? given[i] : given) as T;
}
