import { expect, test } from "vitest";
import { compareTable } from "../../../anneal/test/parity/compare.ts";
import type { Table } from "../../../anneal/test/parity/port.ts";
import { TABLES } from "../../../anneal/test/parity/tables.ts";
import { type Form, readPorts } from "../readPorts.ts";
import { calls, configurations, multipliers } from "./forms.ts";

const table = TABLES.get("detectron2") as Table;

const compared = (form: Form) =>
  [...compareTable(table, readPorts(form))].filter(([name]) => Object.hasOwn(form.written, name));

test.each([
  ...compared(configurations).map(([name, found]) => [`${name} of a configuration`, found] as const),
  ...compared(calls).map(([name, found]) => [`${name} as a call`, found] as const),
  ...compared(multipliers).map(([name, found]) => [`${name} built of fvcore's schedulers`, found] as const),
])("%s is the real one", (_, { failures, positions }) => {
  expect(failures).toEqual([]);
  expect(positions).toBeGreaterThan(500);
});

test("no schedule is left out", () => {
  const names = [...compared(configurations), ...compared(calls)].map(([name]) => name);
  expect(names.sort()).toEqual(Object.keys(table.schedules).sort());
});
