import { PlanError } from "anneal";
import { expect, test } from "vitest";
import { compareTable } from "../../../anneal/test/parity/compare.ts";
import type { Case, Port, Ported } from "../../../anneal/test/parity/port.ts";
import { mmengine as ports } from "../../../anneal/test/parity/ports/mmengine.ts";
import { TABLES } from "../../../anneal/test/parity/tables.ts";
import { dataDocument } from "../../src/document.ts";
import { mmengine } from "../../src/mmengine/mmengine.ts";
import { readAs } from "../../src/read.ts";
import type { Reading } from "../../src/reading.ts";
import { Call } from "../../src/value.ts";
import { data, dictionary } from "../data.ts";

type Options = { readonly epoch_length?: number; readonly schedulers?: readonly object[] };

const table = TABLES.get("mmengine");
if (!table) throw new Error("no table");
const NAMES = Object.keys(table.schedules).filter((name) => !("elsewhere" in (ports[name] as object)));

/** One reading as the tables compare it: whichever hyperparameter it is of. */
function ported(key: string, [reading]: readonly Reading[], { base = 0, bases = [base] }: Case<never>): Ported {
  const values = reading?.program?.[key];
  if (!values) throw new Error(`nothing read: ${JSON.stringify(reading?.needs)}`);
  return { program: { values }, peak: Math.max(...bases) };
}

/** What only one of the two refuses, for the reasons that the ports give. */
function differing(name: string, port: Port<Options>): Port<Options> {
  return (one) => {
    try {
      return port(one);
    } catch (error) {
      const { differs } = (ports[name] as Port<Options>)(one);
      if (error instanceof PlanError && differs) return { differs };
      throw error;
    }
  };
}

const series = (name: string): string => (name.endsWith("Momentum") ? "momentum" : "lr");

const called = (name: string): Port<Options> =>
  differing(name, (one) => {
    const call = new Call(`mmengine.optim.${name}`, { named: dictionary(one.config) });
    const document = { notation: "python", data: new Map(), place: () => undefined, calls: [call] } as const;
    return ported(series(name), readAs(mmengine, document, {}), one as never);
  });

const configured = (name: string): Port<Options> =>
  differing(name, (one) => {
    const { epoch_length, schedulers, ...own } = one.config;
    const converted = epoch_length === undefined ? {} : { convert_to_iter_based: true };
    const param_scheduler = schedulers ?? { type: name, ...own, ...converted };
    const document = dataDocument("json", data({ param_scheduler, train_cfg: { max_epochs: 1e9 } }));
    const values = epoch_length === undefined ? {} : { epoch_length };
    return ported(series(name), readAs(mmengine, document, values), one as never);
  });

test.each(NAMES)("%s in a configuration is the real one", (name) => {
  const found = compareTable(table, { [name]: configured(name) as Port }).get(name);
  expect(found?.failures).toEqual([]);
  expect(found?.positions).toBeGreaterThan(100);
});

test.each(NAMES.filter((name) => name !== "list"))("%s as a call is the real one", (name) => {
  const cases =
    table.schedules[name]?.cases.filter((one: Case<Options>) => one.config.epoch_length === undefined) ?? [];
  const some = { ...table, schedules: { [name]: { unit: "", cases } } };
  const found = compareTable(some, { [name]: called(name) as Port }).get(name);
  expect(found?.failures).toEqual([]);
  expect(found?.positions).toBeGreaterThan(100);
});

test("no more is refused of a list than the recurrences among them", () => {
  const mine = compareTable(table, { list: configured("list") as Port }).get("list");
  const theirs = compareTable(table, { list: ports.list as Port }).get("list");
  expect(mine?.different.recurrence).toBeLessThanOrEqual(theirs?.different.recurrence as number);
  expect(mine?.cases).toBe(150);
});
