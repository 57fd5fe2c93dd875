import { describe, expect, it } from "vitest";
import { compareTable } from "../../../anneal/test/parity/compare.ts";
import type { Case, Table } from "../../../anneal/test/parity/port.ts";
import { TABLES } from "../../../anneal/test/parity/tables.ts";
import type { Context } from "../../src/context.ts";
import { deepspeed } from "../../src/deepspeed/deepspeed.ts";
import { dataDocument } from "../../src/document.ts";
import type { Found } from "../../src/reading.ts";
import { Call, type Value } from "../../src/value.ts";
import { foundPort } from "../foundPort.ts";

type One = Case<Readonly<Record<string, Value>>> & { readonly optimizer?: string };

const table = TABLES.get("deepspeed") as Table;
const names = Object.keys(table.schedules);
const map = (entries: object): Map<string, Value> => new Map(Object.entries(entries));

const called =
  (name: string) =>
  (one: One, context: Context): Found | undefined => {
    const groups = (one.bases ?? [one.base as number]).map((lr) => map({ lr }));
    const optimizer = new Call(`torch.optim.${one.optimizer ?? "SGD"}`, { positional: [groups] });
    const full = `deepspeed.runtime.lr_schedules.${name}`;
    return deepspeed.entries[full]?.read(new Call(full, { named: map({ optimizer, ...one.config }) }), context);
  };

const configured =
  (name: string) =>
  (one: One, context: Context): Found | undefined => {
    const optimizer = map({ type: one.optimizer ?? "SGD", params: map({ lr: one.base as number }) });
    const scheduler = map({ type: name, params: map(one.config) });
    const document = dataDocument("json", map({ train_batch_size: 32, optimizer, scheduler }));
    expect(deepspeed.configuration?.recognises(document)).toBe(true);
    return deepspeed.configuration?.read(document)[0]?.read(context);
  };

const compare = (name: string, cases: readonly Case<never>[], find: typeof called) => {
  const ports = { [name]: foundPort("deepspeed", name, find(name) as never) };
  const [comparison] = compareTable({ ...table, schedules: { [name]: { unit: "", cases } } }, ports).values();
  return { failures: comparison?.failures.slice(0, 5), positions: comparison?.positions };
};

describe.each(names)("%s", (name) => {
  const cases = table.schedules[name]?.cases ?? [];

  it("by its class", () => {
    const { failures, positions } = compare(name, cases, called);
    expect(failures).toEqual([]);
    expect(positions).toBeGreaterThan(100);
  });

  it("by a configuration", () => {
    // A configuration has one rate for all groups.
    const { failures, positions } = compare(
      name,
      cases.filter(({ base }) => base !== undefined),
      configured,
    );
    expect(failures).toEqual([]);
    expect(positions).toBeGreaterThan(100);
  });
});
