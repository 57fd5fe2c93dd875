import { describe, expect, it } from "vitest";
import { compareTable } from "../../../anneal/test/parity/compare.ts";
import type { Table } from "../../../anneal/test/parity/port.ts";
import { TABLES } from "../../../anneal/test/parity/tables.ts";
import { type Form, readPorts } from "../readPorts.ts";
import { calls, commands, files, isRate, ramps, weightDecays } from "./forms.ts";

const table = TABLES.get("megatron") as Table;

function compare(names: (name: string) => boolean, form: Form) {
  const schedules = Object.fromEntries(Object.entries(table.schedules).filter(([name]) => names(name)));
  return [...compareTable({ ...table, schedules }, readPorts(form))];
}

describe.each([
  ["rates, from flags", compare(isRate, commands), 5],
  ["rates, from a file", compare(isRate, files), 5],
  ["rates, from the class", compare(isRate, calls), 5],
  ["rates while the batch size is ramped up", compare((name) => name === "rampup_batch_size", ramps), 1],
  ["weight decay, from the class", compare((name) => name === "weight_decay", weightDecays), 1],
] as const)("Megatron's %s", (_, comparisons, count) => {
  it.each(comparisons)("%s", (_, { cases, positions, failures }) => {
    expect(failures.slice(0, 5)).toEqual([]);
    expect(cases).toBeGreaterThan(0);
    expect(positions).toBeGreaterThan(0);
  });

  it("are all of them", () => {
    expect(comparisons).toHaveLength(count);
  });
});
