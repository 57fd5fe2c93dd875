import { expect, test } from "vitest";
import { compareTable } from "../../../anneal/test/parity/compare.ts";
import type { Case, Port, Table } from "../../../anneal/test/parity/port.ts";
import { mmengine as ports } from "../../../anneal/test/parity/ports/mmengine.ts";
import { TABLES } from "../../../anneal/test/parity/tables.ts";
import { type Form, readPorts } from "../readPorts.ts";
import { calls, configurations, type Options } from "./forms.ts";

const table = TABLES.get("mmengine") as Table;
const NAMES = Object.keys(table.schedules).filter((name) => !("elsewhere" in (ports[name] as object)));

function compare(name: string, form: Form, applies: (one: Case<Options>) => boolean = () => true) {
  const cases = table.schedules[name]?.cases.filter(applies) ?? [];
  // The peak is that of the rates, also where a plan is of the momentum.
  const port = readPorts(form)[name] as Port;
  const peaked: Port = (one: Case<never>) => ({
    ...port(one),
    peak: Math.max(...(one.bases ?? [one.base ?? 0])),
  });
  return compareTable({ ...table, schedules: { [name]: { unit: "", cases } } }, { [name]: peaked }).get(name);
}

test.each(NAMES)("%s in a configuration is the real one", (name) => {
  const found = compare(name, configurations);
  expect(found?.failures).toEqual([]);
  expect(found?.positions).toBeGreaterThan(100);
});

test.each(NAMES.filter((name) => name !== "list"))("%s as a call is the real one", (name) => {
  const found = compare(name, calls, ({ config }) => config.epoch_length === undefined);
  expect(found?.failures).toEqual([]);
  expect(found?.positions).toBeGreaterThan(100);
});

test("no more is refused of a list than the recurrences among them", () => {
  const mine = compare("list", configurations);
  const theirs = compareTable(table, { list: ports.list as Port }).get("list");
  expect(mine?.different.recurrence).toBeLessThanOrEqual(theirs?.different.recurrence as number);
  expect(mine?.cases).toBe(150);
});
