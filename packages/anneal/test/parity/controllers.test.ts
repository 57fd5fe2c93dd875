import { describe, expect, it } from "vitest";
import { compareControllers } from "./controllers/compare.ts";
import { SET_UPS } from "./controllers/setUps.ts";
import type { Table } from "./port.ts";
import { TABLES } from "./tables.ts";

describe("what drives rates by metrics does what the framework does", () => {
  it.each(SET_UPS)("%s %s", (table, schedule, setUp) => {
    const { failures, cases, positions } = compareControllers(TABLES.get(table) as Table, schedule, setUp);
    expect(failures.length > 6 ? [...failures.slice(0, 6), `and ${failures.length - 6} more`] : failures).toEqual([]);
    expect(cases).toBeGreaterThan(100);
    expect(positions).toBeGreaterThan(1000);
  });
});
