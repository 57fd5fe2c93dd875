import { describe, expect, it } from "vitest";
import { compareTable } from "../../../anneal/test/parity/compare.ts";
import type { Case, Table } from "../../../anneal/test/parity/port.ts";
import { TABLES } from "../../../anneal/test/parity/tables.ts";
import type { Context } from "../../src/context.ts";
import type { Found } from "../../src/reading.ts";
import { timm } from "../../src/timm/timm.ts";
import { Call, type Value } from "../../src/value.ts";
import { foundPort } from "../foundPort.ts";

type One = Case<Readonly<Record<string, Value>>> & { readonly lrScale?: readonly number[] };

const table = TABLES.get("timm") as Table;
const names = Object.keys(table.schedules).filter((name) => name !== "PlateauLRScheduler");
const map = (entries: object): Map<string, Value> => new Map(Object.entries(entries));

const called =
  (name: string) =>
  (one: One, context: Context): Found | undefined => {
    const groups = (one.bases ?? [one.base as number]).map((lr, group) => {
      const scale = one.lrScale?.[group];
      return map({ lr, ...(scale !== undefined && { lr_scale: scale }) });
    });
    const optimizer = new Call("torch.optim.SGD", { positional: [groups] });
    const full = `timm.scheduler.${name}`;
    return timm.entries[full]?.read(new Call(full, { named: map({ optimizer, ...one.config }) }), context);
  };

describe.each(names)("%s", (name) => {
  it("is what timm computes", () => {
    const cases = table.schedules[name]?.cases ?? [];
    const ports = { [name]: foundPort("timm", name, called(name) as never) };
    const [comparison] = compareTable({ ...table, schedules: { [name]: { unit: "", cases } } }, ports).values();
    expect(comparison?.failures.slice(0, 5)).toEqual([]);
    expect(comparison?.positions).toBeGreaterThan(500);
  });
});
