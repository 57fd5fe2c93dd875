import { schedule } from "anneal";
import { describe, expect, it } from "vitest";
import { compareTable } from "../../../anneal/test/parity/compare.ts";
import type { Case, Table } from "../../../anneal/test/parity/port.ts";
import { mxnet as written } from "../../../anneal/test/parity/ports/mxnet.ts";
import { TABLES } from "../../../anneal/test/parity/tables.ts";
import { mxnet } from "../../src/mxnet/mxnet.ts";
import { Call } from "../../src/value.ts";
import { dictionary } from "../data.ts";
import { callsDocument, readOne, readPorts } from "../readPorts.ts";

const ports = readPorts({
  framework: mxnet,
  written,
  document(name, { config }: Case<{ readonly counter: number }>) {
    const { counter, ...own } = config;
    return callsDocument(new Call(`mxnet.lr_scheduler.${name}`, { named: dictionary(own) }));
  },
  // Half of the cases call the scheduler with a number from 0: that is the plan which the optimizers' is a shift of.
  plans(plans, { config }: Case<{ readonly counter: number }>) {
    if (!("kind" in plans) || plans.kind !== "shift" || plans.by !== 1) throw new Error("not an optimizer's plan");
    return config.counter === 0 ? plans.plan : plans;
  },
});

describe("MXNet's own numbers", () => {
  const comparisons = [...compareTable(TABLES.get("mxnet") as Table, ports)];

  it.each(comparisons)("%s", (_, { cases, positions, failures }) => {
    expect(failures.slice(0, 6)).toEqual([]);
    expect(cases).toBeGreaterThan(200);
    expect(positions).toBeGreaterThan(1000);
  });

  it("of every class", () => expect(comparisons.length).toBe(4));
});

describe("arguments", () => {
  const read = (name: string, named: object) =>
    readOne(mxnet, callsDocument(new Call(`mxnet.lr_scheduler.${name}`, { named: dictionary(named) })));

  it("have MXNet's defaults", () => {
    const { program, run, notes, unit } = read("PolyScheduler", { max_update: 10 });
    expect(run).toEqual({ base: 0.01 });
    expect([0, 4, 9, 20].map(schedule(program?.lr as never, { base: 1 }))).toEqual(
      [0.81, 0.25, 0, 0].map((value) => expect.closeTo(value, 14)),
    );
    expect(unit).toBe("update");
    expect(notes.length).toBe(1);
  });

  it.each([
    ["FactorScheduler", { step: 0 }, "a number from 1, received 0"],
    ["FactorScheduler", { step: 5, factor: 1.1 }, "a number up to 1, received 1.1"],
    ["MultiFactorScheduler", { step: [5, 5] }, "each above the one before, received a list of 2"],
    ["MultiFactorScheduler", { step: [] }, "received a list of 0"],
    ["PolyScheduler", { max_update: 0 }, "a whole number above 0, received 0"],
    ["CosineScheduler", { max_update: 5, warmup_begin_lr: 0.1 }, "at most base_lr (0.01), received 0.1"],
    ["CosineScheduler", { max_update: 5, warmup_mode: "cosine" }, '"linear" or "constant", received "cosine"'],
    ["CosineScheduler", { max_update: 5, warmup_steps: -1 }, "a whole number from 0, received -1"],
  ])("%s refuses %j", (name, named, message) => expect(() => read(name, named)).toThrow(message));
});
