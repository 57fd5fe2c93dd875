import { Call, isList, type Value } from "../value.ts";

/** Whether all items of a list are what calls of the text make, or rows with such. */
export function areMade(items: Value | undefined): boolean {
  const isMade = (one: Value): boolean => one instanceof Call || (isList(one) && one.some(isMade));
  return isList(items) && items.length > 0 && items.every(isMade);
}
