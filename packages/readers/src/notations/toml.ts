import { parse, TomlError } from "smol-toml";
import { type Document, dataDocument } from "../document.ts";
import { refuse } from "../refuse.ts";
import type { Value } from "../value.ts";
import { Budget, checkLength, DEEPEST } from "./limits.ts";
import { tomlPlaces } from "./tomlPlaces.ts";
import { checkTables } from "./tomlSize.ts";

/**
 * Data in TOML 1.0; dates are text.
 *
 * A PlanError with its line and column for anything else, and for more than 8,000,000 characters, 1,000,000 values,
 * 50,000 keys and tables or 64 levels.
 */
export function toml(text: string, before = 0): Document {
  checkLength(text);
  // The parser makes a table of every part before it is asked how deep they may be.
  if (DEEP_KEY.test(text)) refuse(undefined, `at most ${DEEPEST} levels of nesting`, "more");
  checkTables(text);
  let table: unknown;
  try {
    table = parse(text, { maxDepth: DEEPEST });
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const reason = error.message.split("\n")[0]?.replace(/^Invalid TOML document: /, "") ?? "";
    refuse({ line: error.line + before, column: error.column }, "TOML", reason);
  }
  const data = fromToml(table, 0, new Budget());
  let places: ReturnType<typeof tomlPlaces> | undefined;
  return dataDocument("toml", data, (path) => {
    places ??= tomlPlaces(text);
    const place = places(path);
    return place && { ...place, line: place.line + before };
  });
}

/** A key of more parts than there may be levels, where keys stand. */
const DEEP_KEY = new RegExp(
  `(?:^|[{,[])[ \\t]*(?:(?:[\\w-]+|"[^"\\\\\n]*"|'[^'\n]*')[ \\t]*\\.[ \\t]*){${DEEPEST + 1}}`,
  "m",
);

const NOWHERE = (): undefined => undefined;

/** Tables as dictionaries, in the parser's own lists. */
function fromToml(data: unknown, depth: number, budget: Budget): Value {
  budget.take(depth, NOWHERE);
  if (typeof data === "number" || typeof data === "string" || typeof data === "boolean") return data;
  if (Array.isArray(data)) {
    for (let i = 0; i < data.length; i++) {
      const value = fromToml(data[i], depth + 1, budget);
      if (value !== data[i]) data[i] = value;
    }
    return data;
  }
  if (data instanceof Date) return data.toISOString();
  const entries = new Map<string, Value>();
  // Its tables inherit nothing.
  for (const key in data as object)
    entries.set(key, fromToml((data as Record<string, unknown>)[key], depth + 1, budget));
  return entries;
}
