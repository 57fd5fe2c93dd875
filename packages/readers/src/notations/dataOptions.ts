import { type Document, lookUp } from "../document.ts";
import type { Options } from "../options.ts";

/** The entries of a dictionary in a document as options, by the keys that lead to it. */
export function dataOptions(document: Document, ...path: readonly string[]): Options {
  return (name) => {
    const keys = [...path, name];
    const value = lookUp(document.data, ...keys);
    return value === undefined ? undefined : { value, path: keys.join("."), place: document.place(keys) };
  };
}
