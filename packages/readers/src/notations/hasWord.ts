import type { Document } from "../document.ts";
import { isDictionary, isList } from "../value.ts";

/** Whether a word of a command is like a pattern: one of those before the first flag, or of what the flags have. */
export function hasWord({ data }: Document, pattern: RegExp): boolean {
  if (!isDictionary(data)) return false;
  for (const value of data.values()) {
    if (typeof value === "string" ? pattern.test(value) : isList(value) && value.some(isLike)) return true;
  }
  return false;

  function isLike(word: unknown): boolean {
    return typeof word === "string" && pattern.test(word);
  }
}
