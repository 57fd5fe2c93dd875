import type { Collector } from "../collector.ts";

/** How deep records may lie in each other, and how many of a list's entries are read: groups have their own rates. */
const [DEEPEST, LONGEST_LIST] = [6, 64] as const;

/** Reads a record of names and values: inner names are joined by a dot. */
export function readRecord(record: object, path: string, collector: Collector): void {
  cells(record, "", 0, path, collector);
  collector.end(path);
}

function cells(record: object, prefix: string, depth: number, path: string, collector: Collector): void {
  if (depth > DEEPEST) return;
  const isList = Array.isArray(record);
  let count = 0;
  for (const name of Object.keys(record)) {
    if (isList && count++ >= LONGEST_LIST) return;
    // No program gives a value this name: it is made to reach what objects inherit.
    if (name === "__proto__") continue;
    const value = (record as Readonly<Record<string, unknown>>)[name];
    const own = prefix === "" ? name : `${prefix}.${name}`;
    if (typeof value === "object" && value !== null) cells(value, own, depth + 1, path, collector);
    else {
      const column = collector.columns.indexOf(own);
      if (column >= 0) collector.cell(column, value, path);
      else collector.fact(own, value);
    }
  }
}
