import { describe, expect, it } from "vitest";
import { compareTable } from "../../../anneal/test/parity/compare.ts";
import type { Case, Table } from "../../../anneal/test/parity/port.ts";
import { fairseq as written } from "../../../anneal/test/parity/ports/fairseq.ts";
import { TABLES } from "../../../anneal/test/parity/tables.ts";
import type { Document } from "../../src/document.ts";
import { fairseq } from "../../src/fairseq/fairseq.ts";
import { flags } from "../../src/notations/flags.ts";
import { yaml } from "../../src/notations/yaml.ts";
import { flagsText } from "../flagsText.ts";
import { readPorts } from "../readPorts.ts";

type Options = Readonly<Record<string, unknown>>;

/** The name in --lr-scheduler; the table has polynomial_decay a second time. */
const nameOf = (schedule: string): string => schedule.split(" ")[0] as string;

function command(schedule: string, { config }: Case<never>): Document {
  const options = { lr_scheduler: nameOf(schedule), ...(config as Options) };
  return flags(flagsText("fairseq-train data-bin/text --arch transformer", options));
}

/** As fairseq-hydra-train's files are written. */
function hydra(schedule: string, { config }: Case<never>): Document {
  const { lr, max_update, maximize_best_checkpoint_metric: larger, ...own } = config as Options;
  const entry = ([name, value]: readonly [string, unknown]) => `  ${name}: ${value === null ? "null" : print(value)}`;
  return yaml(
    [
      "# @package _group_",
      "common: {fp16: true}",
      "optimization:",
      ...Object.entries({ lr, ...(max_update !== undefined && { max_update }) }).map(entry),
      `checkpoint: {maximize_best_checkpoint_metric: ${larger ?? false}}`,
      "lr_scheduler:",
      `  _name: ${nameOf(schedule)}`,
      ...Object.entries(own).map(entry),
      "",
    ].join("\n"),
  );
}

function print(value: unknown): string {
  return typeof value === "string"
    ? JSON.stringify(value)
    : Array.isArray(value)
      ? `[${value.join(", ")}]`
      : `${value}`;
}

const table = TABLES.get("fairseq") as Table;
const values = (one: Case<never>) => ({ updates_per_epoch: (one.updatesPerEpoch as number) ?? 1 });

describe.each([
  ["flags", command],
  ["a Hydra configuration", hydra],
])("fairseq's schedules, read from %s", (_, document) => {
  const ports = readPorts({ framework: fairseq, written, document, values });
  const comparisons = [...compareTable(table, ports)].filter(([, { elsewhere }]) => !elsewhere);

  it.each(comparisons)("%s", (_, { cases, positions, failures }) => {
    expect(failures.slice(0, 5)).toEqual([]);
    expect(cases).toBeGreaterThan(0);
    expect(positions).toBeGreaterThan(0);
  });

  it("are all of them", () => {
    expect(comparisons).toHaveLength(9);
  });
});
