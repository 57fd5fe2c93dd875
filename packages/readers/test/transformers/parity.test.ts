import { describe, expect, it } from "vitest";
import { compareTable } from "../../../anneal/test/parity/compare.ts";
import type { Case, Table } from "../../../anneal/test/parity/port.ts";
import { TABLES } from "../../../anneal/test/parity/tables.ts";
import { FUNCTIONS } from "../../src/transformers/functions.ts";
import { readPorts } from "../readPorts.ts";
import { calls, isTrained, named, trained } from "./forms.ts";

const table = TABLES.get("transformers") as Table;
const names = Object.keys(FUNCTIONS).filter((name) => table.schedules[name] && name !== "greedy");

const only = (name: string, cases: readonly Case<never>[]): Table => ({
  ...table,
  schedules: { [name]: { unit: "", cases } },
});

describe.each(names)("%s", (name) => {
  const cases = table.schedules[name]?.cases ?? [];

  it.each([
    ["its function", calls, 50, () => true],
    ["get_scheduler", named, 50, () => true],
    ["the Trainer's arguments", trained, 20, isTrained],
  ] as const)("by %s", (_, form, least, applies) => {
    const { failures, positions } = compareTable(only(name, cases.filter(applies)), readPorts(form)).get(name) ?? {};
    expect(failures?.slice(0, 5)).toEqual([]);
    expect(positions).toBeGreaterThan(least);
  });
});
