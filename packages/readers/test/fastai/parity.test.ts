import type { Plan } from "anneal";
import { describe, expect, it } from "vitest";
import { compareTable } from "../../../anneal/test/parity/compare.ts";
import type { Table } from "../../../anneal/test/parity/port.ts";
import { fastai as written } from "../../../anneal/test/parity/ports/fastai.ts";
import { TABLES } from "../../../anneal/test/parity/tables.ts";
import { fastai } from "../../src/fastai/fastai.ts";
import { Call, type Value } from "../../src/value.ts";
import { data } from "../data.ts";
import { callsDocument, readPorts } from "../readPorts.ts";

interface Sched {
  readonly sched: string;
}

const HOME = "fastai.callback.schedule";
const METHOD = /^fit_|^fine_tune$/;

/** The table has slices of rates as pairs, and annealers as objects. */
function callOf(name: string, config: object): Call {
  const named = new Map<string, Value>(
    Object.entries(config).map(([key, value]) => {
      if (key === "scheds") {
        return [key, (value as readonly Sched[]).map(({ sched, ...ends }) => callOf(sched, ends))];
      }
      const isSlice = (key === "lr_max" || key === "lr") && Array.isArray(value);
      return [key, isSlice ? new Call("slice", { positional: value }) : data(value)];
    }),
  );
  return new Call(METHOD.test(name) ? `learn.${name}` : `${HOME}.${name}`, { named });
}

const ports = readPorts({
  framework: fastai,
  written,
  document: (name, { config }) => callsDocument(callOf(name, config)),
  run: ({ updatesPerEpoch }) =>
    updatesPerEpoch === undefined ? { steps: 1 } : { stepsPerEpoch: updatesPerEpoch as number },
  values: ({ groups = 1 }) => ({ param_groups: groups as number }),
  series: { lr: "values", momentum: "momentum" },
  plans: (plans, { groups = 1 }) =>
    "kind" in plans ? Array.from({ length: groups as number }, (): Plan => plans) : plans,
});

describe("fastai's own numbers", () => {
  const comparisons = [...compareTable(TABLES.get("fastai") as Table, ports)];

  it.each(comparisons)("%s", (_, { cases, positions, failures }) => {
    expect(failures.slice(0, 6)).toEqual([]);
    expect(cases).toBeGreaterThanOrEqual(100);
    expect(positions).toBeGreaterThan(400);
  });

  it("of every schedule", () => expect(comparisons.length).toBe(11));
});
