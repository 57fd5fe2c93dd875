import { describe, expect, it } from "vitest";
import { compareTable } from "../../../anneal/test/parity/compare.ts";
import type { Table } from "../../../anneal/test/parity/port.ts";
import { TABLES } from "../../../anneal/test/parity/tables.ts";
import { readPorts } from "../readPorts.ts";
import { calls } from "./forms.ts";

const comparisons = [...compareTable(TABLES.get("timm") as Table, readPorts(calls))];

describe.each(comparisons.filter(([, { elsewhere }]) => !elsewhere))("%s", (_, { failures, positions }) => {
  it("is what timm computes", () => {
    expect(failures.slice(0, 5)).toEqual([]);
    expect(positions).toBeGreaterThan(500);
  });
});
