import { describe, expect, it } from "vitest";
import { compareTable } from "../../../anneal/test/parity/compare.ts";
import { compareControllers } from "../../../anneal/test/parity/controllers/compare.ts";
import type { Case, Table } from "../../../anneal/test/parity/port.ts";
import { keras as written } from "../../../anneal/test/parity/ports/keras.ts";
import { TABLES } from "../../../anneal/test/parity/tables.ts";
import { dataDocument } from "../../src/document.ts";
import { keras } from "../../src/keras/keras.ts";
import { Call, Lambda } from "../../src/value.ts";
import { asDictionary, asValue, callsDocument, readOne, readPorts } from "../readPorts.ts";

const table = TABLES.get("keras") as Table;
const { LearningRateScheduler, ReduceLROnPlateau, ...schedules } = written;

interface Scheduler {
  readonly schedule: string;
  readonly factor: number;
  readonly start: number;
}

/** The functions of the table: of the epoch alone, or of the rate before as well. */
function functionOf({ config, base = 0 }: Case<Scheduler>): Lambda {
  const { schedule, factor, start } = config;
  if (schedule === "base * factor ** epoch") return new Lambda(schedule, (epoch = 0) => base * factor ** epoch);
  return new Lambda(schedule, (epoch = 0, lr = Number.NaN) => (epoch < start ? lr : lr * factor));
}

const calls = readPorts({
  framework: keras,
  written: { ...schedules, ...(LearningRateScheduler && { LearningRateScheduler }) },
  document(name, one) {
    const isCallback = name === "LearningRateScheduler";
    const named = isCallback ? new Map([["schedule", functionOf(one)]]) : asDictionary(one.config);
    return callsDocument(new Call(`keras.${isCallback ? "callbacks" : "optimizers.schedules"}.${name}`, { named }));
  },
  run: ({ base }) => (base === undefined ? {} : { base }),
});

const configurations = readPorts({
  framework: keras,
  written: schedules,
  document: (name, { config }) =>
    dataDocument(
      "json",
      asValue({ module: "keras.optimizers", class_name: "SGD", config: { learning_rate: objectOf(name, config) } }),
    ),
});

const objectOf = (name: string, config: object) => ({
  module: "keras.optimizers.schedules",
  class_name: name,
  config: { ...config, name },
  registered_name: null,
});

describe.each([
  ["calls", calls, 7],
  ["get_config", configurations, 6],
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
      const call = new Call("keras.callbacks.ReduceLROnPlateau", { named: asDictionary(config) });
      const { monitor, ...controller } = readOne(keras, callsDocument(call)).controllers?.[0] ?? {};
      expect(monitor).toBe("val_loss");
      return controller as never;
    },
    mayDiffer: metrics[0] === null ? "kerasFirstNaN" : undefined,
  }));
  expect(failures.slice(0, 6)).toEqual([]);
  expect(cases).toBeGreaterThan(100);
  expect(positions).toBeGreaterThan(1000);
});
