import { describe, expect, it } from "vitest";
import { compareTable } from "../../../anneal/test/parity/compare.ts";
import type { Case, Table } from "../../../anneal/test/parity/port.ts";
import { torchtitan as written } from "../../../anneal/test/parity/ports/torchtitan.ts";
import { TABLES } from "../../../anneal/test/parity/tables.ts";
import { type Document, dataDocument } from "../../src/document.ts";
import { flags } from "../../src/notations/flags.ts";
import { toml } from "../../src/notations/toml.ts";
import { readAs } from "../../src/read.ts";
import { torchtitan } from "../../src/torchtitan/torchtitan.ts";
import { Call } from "../../src/value.ts";
import { dictionary } from "../data.ts";
import { readPorts } from "../readPorts.ts";

type Entries = readonly (readonly [string, unknown])[];

/** The options that are written: not those that are None. */
const written_ = (config: object): Entries => Object.entries(config).filter(([, value]) => value !== null);

const steps = (one: Case<never>): number => (one.training_steps as number | undefined) ?? 1;

function command(_: string, one: Case<never>): Document {
  const options = written_(one.config).map(([name, value]) => `--lr_scheduler.${name} ${value}`);
  return flags(
    ["python -m torchtitan.train --module llama3", ...options, `--training.steps=${steps(one)}`].join(" \\\n"),
  );
}

function file(_: string, one: Case<never>): Document {
  const print = (value: unknown) => (typeof value === "string" ? JSON.stringify(value) : String(value));
  const table = written_(one.config).map(([name, value]) => `${name} = ${print(value)}`);
  return toml(["[lr_scheduler]", ...table, "[training]", `steps = ${steps(one)}`, ""].join("\n"));
}

function constructed(_: string, one: Case<never>): Document {
  const name = "torchtitan.components.optimizer.LRSchedulersContainer.Config";
  const scheduler = new Call(name, { named: dictionary(one.config) });
  const training = new Call("torchtitan.config.TrainingConfig", { named: dictionary({ steps: steps(one) }) });
  const named = new Map([
    ["lr_scheduler", scheduler],
    ["training", training],
  ]);
  const calls = [scheduler, new Call("torchtitan.trainer.Trainer.Config", { named })];
  return { ...dataDocument("json", null), notation: "python", calls };
}

const table = TABLES.get("torchtitan") as Table;
const all = table.schedules.LRSchedulersContainer?.cases ?? [];
const isTyped = ({ config }: Case<never>): boolean => (config as { decay_type: string }).decay_type !== "exponential";
// torchtitan's Config is typed, but the class alone complains about another decay_type only when the decay begins.
const typed: Table = { ...table, schedules: { LRSchedulersContainer: { unit: "", cases: all.filter(isTyped) } } };

describe.each([
  ["flags", command],
  ["TOML", file],
  ["its class", constructed],
])("torchtitan's schedule, read from %s", (_, document) => {
  const ports = readPorts({ framework: torchtitan, written, document });
  const comparisons = [...compareTable(typed, ports)];

  it.each(comparisons)("%s", (_, { cases, positions, failures, different }) => {
    expect(failures.slice(0, 5)).toEqual([]);
    expect(cases).toBeGreaterThan(400);
    expect(positions).toBeGreaterThan(1000);
    expect(Object.keys(different)).not.toContain("moreAccepted");
  });

  it("refuses another decay_type", () => {
    const others = all.filter((one) => !isTyped(one));
    expect(comparisons).toHaveLength(1);
    expect(others.length).toBeGreaterThan(10);
    for (const one of others) expect(() => readAs(torchtitan, document("", one), {})).toThrow(/"linear" or "sqrt"/);
  });
});
