import { expect, test } from "vitest";
import { compareTable } from "../../../anneal/test/parity/compare.ts";
import type { Table } from "../../../anneal/test/parity/port.ts";
import { TABLES } from "../../../anneal/test/parity/tables.ts";
import { readPorts } from "../readPorts.ts";
import { calls, configurations } from "./forms.ts";

const table = TABLES.get("composer") as Table;

test.each([...compareTable(table, readPorts(configurations))])(
  "%s of a configuration is the real one",
  (_, { failures, positions }) => {
    expect(failures).toEqual([]);
    expect(positions).toBeGreaterThan(150);
  },
);

const alone = [...compareTable(table, readPorts(calls))].filter(([name]) => name !== "several");

test.each(alone)("%s as a call is the real one", (_, { failures, positions }) => {
  expect(failures).toEqual([]);
  expect(positions).toBeGreaterThan(300);
});
