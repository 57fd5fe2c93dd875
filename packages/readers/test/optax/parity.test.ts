import { describe, expect, it } from "vitest";
import { compareTable } from "../../../anneal/test/parity/compare.ts";
import { compareControllers } from "../../../anneal/test/parity/controllers/compare.ts";
import type { Observed } from "../../../anneal/test/parity/controllers/run.ts";
import type { Case, Table } from "../../../anneal/test/parity/port.ts";
import { optax64, optax as written } from "../../../anneal/test/parity/ports/optax.ts";
import { TABLES } from "../../../anneal/test/parity/tables.ts";
import { optax } from "../../src/optax/optax.ts";
import { Call, type Value } from "../../src/value.ts";
import { asDictionary, asValue, callsDocument, readOne, readPorts } from "../readPorts.ts";

interface Joined {
  readonly schedules: readonly { readonly schedule: string; readonly config: object }[];
  readonly boundaries: readonly number[];
}

/** The table has dictionaries as lists of pairs. */
function argumentsOf(config: object): ReadonlyMap<string, Value> {
  const named = new Map(asDictionary(config));
  const pairs = named.get("boundaries_and_scales") as readonly (readonly [number, number])[] | undefined;
  if (pairs) named.set("boundaries_and_scales", new Map(pairs.map(([at, scale]) => [String(at), scale])));
  return named;
}

function callOf(name: string, config: object): Call {
  if (name !== "join_schedules") return new Call(`optax.${name}`, { named: argumentsOf(config) });
  const { schedules, boundaries } = config as Joined;
  const members = schedules.map(({ schedule, config }) => callOf(schedule, config));
  return new Call("optax.schedules.join_schedules", { positional: [members, asValue(boundaries)] });
}

const document = (name: string, { config }: Case<never>) => callsDocument(callOf(name, config));

const tables = [
  ["float32", TABLES.get("optax") as Table, readPorts({ framework: optax, written, document })],
  ["float64", TABLES.get("optax64") as Table, readPorts({ framework: optax, written: optax64, document })],
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
          const call = new Call("optax.contrib.reduce_on_plateau", { named: asDictionary(config) });
          return readOne(optax, callsDocument(call)).controllers?.[0] as never;
        },
        differs: raises === undefined && config.patience === 0 ? "optaxPatience" : undefined,
      }),
    );
    expect(failures.slice(0, 6)).toEqual([]);
    expect(cases).toBeGreaterThan(100);
    expect(positions).toBeGreaterThan(1000);
  });
});
