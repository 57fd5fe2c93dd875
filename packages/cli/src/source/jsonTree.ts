import { type Node, type ParseError, type ParseOptions, parseTree } from "jsonc-parser";

/** The values of a JSON text with their places, and its errors; none of a text too deep to be gone through. */
export function jsonTree(text: string, errors: ParseError[] = [], options: ParseOptions = {}): Node | undefined {
  try {
    return parseTree(text, errors, options);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
