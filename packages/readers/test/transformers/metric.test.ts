import type { Controller } from "anneal";
import { describe, expect, it } from "vitest";
import { compareControllers } from "../../../anneal/test/parity/controllers/compare.ts";
import type { Observed } from "../../../anneal/test/parity/controllers/run.ts";
import { SET_UPS } from "../../../anneal/test/parity/controllers/setUps.ts";
import type { Table } from "../../../anneal/test/parity/port.ts";
import { TABLES } from "../../../anneal/test/parity/tables.ts";
import { Context } from "../../src/context.ts";
import { transformers } from "../../src/transformers/transformers.ts";
import { Call, type Value } from "../../src/value.ts";

function read(name: string, named: ReadonlyMap<string, Value>) {
  const context = new Context();
  const found = transformers.entries[name]?.read(new Call(name, { named }), context);
  context.throwIfAny();
  return found;
}

const table = TABLES.get("transformers") as Table;
const ported = SET_UPS.find(([framework, schedule]) => framework === "transformers" && schedule === "greedy");

describe("greedy", () => {
  it("does what GreedyLR does", () => {
    const { failures, positions } = compareControllers(table, "greedy", (one: Observed<never>) => {
      const config = new Map<string, Value>([["optimizer", null], ...Object.entries<Value>(one.config)]);
      const controller = (): Controller => {
        const [only] = read("transformers.get_greedy_schedule", config)?.controllers ?? [];
        if (!only) throw new Error("no controller");
        return only;
      };
      return { controller, differs: ported?.[2](one).differs };
    });
    expect(failures.slice(0, 5)).toEqual([]);
    expect(positions).toBeGreaterThan(1000);
  });
});

describe("reduce_lr_on_plateau", () => {
  it("has PyTorch's own arguments, and one of its two tolerances", () => {
    const special = new Map<string, Value>([
      ["factor", 0.5],
      ["patience", 2],
      ["threshold", 0.01],
      ["threshold_mode", "abs"],
    ]);
    const found = read(
      "transformers.get_scheduler",
      new Map<string, Value>([
        ["name", "reduce_lr_on_plateau"],
        ["optimizer", null],
        ["scheduler_specific_kwargs", special],
      ]),
    );
    expect(found?.program).toEqual({ lr: { kind: "constant", value: "1x" } });
    const fields = { kind: "plateau", factor: 0.5, patience: 2, rtol: 0, atol: 0.01 };
    expect(found?.controllers?.[0]).toMatchObject(fields);
  });

  it("refuses what PyTorch refuses", () => {
    const named = new Map<string, Value>([
      ["optimizer", null],
      ["factor", 1],
    ]);
    expect(() => read("transformers.get_reduce_on_plateau_schedule", named)).toThrow(/factor.*below 1/);
  });
});
