import { expect, test } from "vitest";
import { compareTable } from "../../../anneal/test/parity/compare.ts";
import type { Table } from "../../../anneal/test/parity/port.ts";
import { TABLES } from "../../../anneal/test/parity/tables.ts";
import { readPorts } from "../readPorts.ts";
import { calls } from "./forms.ts";

const comparisons = [...compareTable(TABLES.get("ignite") as Table, readPorts(calls))];

test.each(comparisons.filter(([, { elsewhere }]) => !elsewhere))("%s is the real one", (_, { failures, positions }) => {
  expect(failures).toEqual([]);
  expect(positions).toBeGreaterThan(500);
});
