import { readdirSync, readFileSync } from "node:fs";
import type { Table } from "./port.ts";

/** Every table that a script under parity/ made in the common form, by its framework. */
export const TABLES: ReadonlyMap<string, Table> = new Map(
  readdirSync(new URL(".", import.meta.url))
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8")) as Partial<Table>)
    .filter((table): table is Table => table.schedules !== undefined)
    .map((table) => [table.framework, table]),
);
