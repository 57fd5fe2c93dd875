import { describe, expect, it } from "vitest";
import { compareTable } from "../../../anneal/test/parity/compare.ts";
import { compareControllers } from "../../../anneal/test/parity/controllers/compare.ts";
import type { Observed } from "../../../anneal/test/parity/controllers/run.ts";
import type { Table } from "../../../anneal/test/parity/port.ts";
import { TABLES } from "../../../anneal/test/parity/tables.ts";
import { optax } from "../../src/optax/optax.ts";
import { dictionary } from "../data.ts";
import { callDocument, readOne, readPorts } from "../readPorts.ts";
import { calls, calls64 } from "./forms.ts";

const tables = [
  ["float32", TABLES.get("optax") as Table, readPorts(calls)],
  ["float64", TABLES.get("optax64") as Table, readPorts(calls64)],
] as const;

describe.each(tables)("optax's own numbers, %s", (_, table, ports) => {
  const comparisons = [...compareTable(table, ports)].filter(([, { elsewhere }]) => !elsewhere);

  it.each(comparisons)("%s", (_, { cases, positions, failures }) => {
    expect(failures.slice(0, 6)).toEqual([]);
    expect(cases).toBeGreaterThan(10);
    expect(positions).toBeGreaterThan(40);
  });

  it("of every schedule", () => expect(comparisons.length).toBe(14));

  it("contrib.reduce_on_plateau", () => {
    const { failures, cases, positions } = compareControllers(
      table,
      "contrib.reduce_on_plateau",
      ({ config, raises }: Observed<{ readonly patience: number }>) => ({
        controller() {
          const document = callDocument("optax.contrib.reduce_on_plateau", dictionary(config));
          return readOne(optax, document).controllers?.[0] as never;
        },
        differs: raises === undefined && config.patience === 0 ? "optaxPatience" : undefined,
      }),
    );
    expect(failures.slice(0, 6)).toEqual([]);
    expect(cases).toBeGreaterThan(100);
    expect(positions).toBeGreaterThan(1000);
  });
});
