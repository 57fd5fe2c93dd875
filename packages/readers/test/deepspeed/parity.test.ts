import { describe, expect, it } from "vitest";
import { compareTable } from "../../../anneal/test/parity/compare.ts";
import type { Case, Table } from "../../../anneal/test/parity/port.ts";
import { TABLES } from "../../../anneal/test/parity/tables.ts";
import { type Form, readPorts } from "../readPorts.ts";
import { calls, configurations } from "./forms.ts";

const table = TABLES.get("deepspeed") as Table;
const names = Object.keys(table.schedules);

const compare = (name: string, cases: readonly Case<never>[], form: Form) => {
  const [comparison] = compareTable({ ...table, schedules: { [name]: { unit: "", cases } } }, readPorts(form)).values();
  return { failures: comparison?.failures.slice(0, 5), positions: comparison?.positions };
};

describe.each(names)("%s", (name) => {
  const cases = table.schedules[name]?.cases ?? [];

  it("by its class", () => {
    const { failures, positions } = compare(name, cases, calls);
    expect(failures).toEqual([]);
    expect(positions).toBeGreaterThan(100);
  });

  it("by a configuration", () => {
    const { failures, positions } = compare(
      name,
      cases.filter(({ base }) => base !== undefined),
      configurations,
    );
    expect(failures).toEqual([]);
    expect(positions).toBeGreaterThan(100);
  });
});
