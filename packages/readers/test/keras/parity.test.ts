import { describe, expect, it } from "vitest";
import { compareTable } from "../../../anneal/test/parity/compare.ts";
import { compareControllers } from "../../../anneal/test/parity/controllers/compare.ts";
import type { Table } from "../../../anneal/test/parity/port.ts";
import { TABLES } from "../../../anneal/test/parity/tables.ts";
import { keras } from "../../src/keras/keras.ts";
import { dictionary } from "../data.ts";
import { callDocument, readOne, readPorts } from "../readPorts.ts";
import { calls, configurations } from "./forms.ts";

const table = TABLES.get("keras") as Table;

describe.each([
  ["calls", readPorts(calls), 7],
  ["get_config", readPorts(configurations), 6],
] as const)("Keras's own numbers, from %s", (_, ports, count) => {
  const comparisons = [...compareTable(table, ports)].filter(([name]) => name in ports);

  it.each(comparisons)("%s", (_, { cases, positions, failures }) => {
    expect(failures.slice(0, 6)).toEqual([]);
    expect(cases).toBeGreaterThan(100);
    expect(positions).toBeGreaterThan(400);
  });

  it("of every schedule", () => expect(comparisons.length).toBe(count));
});

it("ReduceLROnPlateau does what Keras's does", () => {
  const { failures, cases, positions } = compareControllers(table, "ReduceLROnPlateau", ({ config, metrics }) => ({
    controller() {
      const document = callDocument("keras.callbacks.ReduceLROnPlateau", dictionary(config));
      const { monitor, ...controller } = readOne(keras, document).controllers?.[0] ?? {};
      expect(monitor).toBe("val_loss");
      return controller as never;
    },
    mayDiffer: metrics[0] === null ? "kerasFirstNaN" : undefined,
  }));
  expect(failures.slice(0, 6)).toEqual([]);
  expect(cases).toBeGreaterThan(100);
  expect(positions).toBeGreaterThan(1000);
});
