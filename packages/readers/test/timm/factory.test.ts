import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compareTable } from "../../../anneal/test/parity/compare.ts";
import type { Case, Port } from "../../../anneal/test/parity/port.ts";
import { isRestart } from "../../../anneal/test/parity/ports/cycles.ts";
import { Context } from "../../src/context.ts";
import { timm } from "../../src/timm/timm.ts";
import { Call, type Value } from "../../src/value.ts";

interface Config {
  readonly [name: string]: Value;
}

/** What timm itself makes of arguments: see factory.py. */
const cases: readonly (Case<Config> & { readonly epochs?: number })[] = JSON.parse(
  readFileSync(new URL("factory.json", import.meta.url), "utf8"),
);

function read(name: string, named: ReadonlyMap<string, Value>, context: Context = new Context()) {
  const found = timm.entries[`timm.scheduler.${name}`]?.read(new Call(`timm.scheduler.${name}`, { named }), context);
  context.throwIfAny();
  return found;
}

function create({ config, base }: Case<Config>) {
  const optimizer = new Call("torch.optim.SGD", { named: new Map([["lr", base as number]]) });
  return read("create_scheduler_v2", new Map<string, Value>([["optimizer", optimizer], ...Object.entries(config)]));
}

const port: Port<Config> = (one) => {
  const found = create(one);
  if (!found) throw new Error("nothing was read");
  const { num_epochs, cycle_mul = 1, updates_per_epoch: updates = 1, warmup_epochs, warmup_prefix } = one.config;
  const start = warmup_prefix ? Number(warmup_epochs ?? 0) * Number(updates) : 0;
  const first = Number(num_epochs) * Number(updates);
  return {
    program: { values: found.program.lr as never },
    run: found.run ?? {},
    ...(found.functions && { functions: found.functions }),
    // timm finds the cycle through a rounded logarithm.
    ...(cycle_mul !== 1 && {
      differs: { as: "cycleByLogarithm", at: (at: number) => isRestart(at - start, first, Number(cycle_mul)) },
    }),
  };
};

describe("create_scheduler_v2", () => {
  it("is what timm computes", () => {
    const schedules = { create: { unit: "", cases: cases as never } };
    const table = { framework: "timm", version: "", ran: "", precision: "float64", schedules } as const;
    const comparison = compareTable(table, { create: port as never }).get("create");
    expect(comparison?.failures.slice(0, 5)).toEqual([]);
    expect(comparison?.positions).toBeGreaterThan(1500);
    expect(comparison?.refused).toBeGreaterThan(10);
  });

  it("knows how long training goes on", () => {
    const known = cases.filter(({ epochs }) => epochs !== undefined);
    const ours = known.map((one) => {
      const { steps = 0, stepsPerEpoch = 1 } = create(one)?.run ?? {};
      return steps / stepsPerEpoch;
    });
    expect(ours).toEqual(known.map(({ epochs }) => epochs));
    expect(known.length).toBeGreaterThan(200);
  });
});
