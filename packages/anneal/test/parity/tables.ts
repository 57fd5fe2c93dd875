import { readdirSync, readFileSync } from "node:fs";
import type { Table } from "./port.ts";

/** Tables of another form, which have tests of their own: networks that were trained, and learning-rate finders. */
const ELSEWHERE = ["groups.json", "finder.json"];

/** Every table that a script under parity/ made in the common form, by its framework. */
export const TABLES: ReadonlyMap<string, Table> = new Map(
  readdirSync(new URL(".", import.meta.url))
    .filter((file) => file.endsWith(".json") && !ELSEWHERE.includes(file))
    .sort()
    .map((file) => JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8")) as Partial<Table>)
    .filter((table): table is Table => table.schedules !== undefined)
    .map((table) => [table.framework, table]),
);
