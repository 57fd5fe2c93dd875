/** A copy of a list; what is no list stays as it is, for the check of the whole plan to refuse. */
export function frozenList<T>(list: readonly T[]): readonly T[] {
  return Array.isArray(list) ? Object.freeze(list.slice()) : list;
}
