import { isDictionary, type Unknown, type Value } from "./value.ts";

/** Lists that loops append groups of parameters to which have rates of their own. */
const lists: WeakSet<Unknown> = new WeakSet();

/** Notes what a loop appends to a list that is not known. */
export function appended(list: Unknown, item: Value | undefined): void {
  if (isDictionary(item) && item.has("params") && item.has("lr")) lists.add(list);
}

/** Whether a list has groups with rates of their own that are not known. */
export function hasOwnRates(list: Unknown): boolean {
  return lists.has(list);
}
