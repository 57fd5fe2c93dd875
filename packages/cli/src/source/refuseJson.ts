import { PlanError } from "anneal";
import type { ParseError } from "jsonc-parser";
import { jsonTree } from "./jsonTree.ts";
import { placesIn } from "./place.ts";
import { at } from "./placed.ts";

/** What the parser misses, by its codes, whose own names are a type alone. */
const EXPECTED: ReadonlyMap<number, string> = new Map([
  [3, "a key in double quotes"],
  [4, "a value"],
  [5, '":"'],
  [6, '","'],
  [7, '"}"'],
  [8, '"]"'],
  [9, "the end of the text"],
  [10, "JSON, which has no comments"],
]);

/** Refuses a text that is no JSON, at its first error: comments and a comma after the last entry are none either. */
export function refuseJson(text: string): never {
  const errors: ParseError[] = [];
  jsonTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const { error = 0, offset = 0 } = errors[0] ?? {};
  const rest = text.slice(offset).trim();
  const received = rest === "" ? "the end of the text" : JSON.stringify(/^(?:\w+|.)/.exec(rest)?.[0] ?? "");
  throw new PlanError([{ path: at(placesIn(text)(offset), ""), expected: EXPECTED.get(error) ?? "JSON", received }]);
}
