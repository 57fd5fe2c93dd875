import type { Controller, Plan } from "anneal";
import { describe, expect, it } from "vitest";
import { compareControllers } from "../../../anneal/test/parity/controllers/compare.ts";
import type { Observed } from "../../../anneal/test/parity/controllers/run.ts";
import { SET_UPS } from "../../../anneal/test/parity/controllers/setUps.ts";
import type { Table } from "../../../anneal/test/parity/port.ts";
import { TABLES } from "../../../anneal/test/parity/tables.ts";
import { Context } from "../../src/context.ts";
import { timm } from "../../src/timm/timm.ts";
import { Call, type Value } from "../../src/value.ts";

const table = TABLES.get("timm") as Table;
const ported = SET_UPS.find(([framework]) => framework === "timm")?.[2];

describe("PlateauLRScheduler", () => {
  it("cuts when timm does", () => {
    const { failures, positions } = compareControllers(table, "PlateauLRScheduler", (one: Observed<never>) => {
      const named = new Map<string, Value>([["optimizer", null], ...Object.entries<Value>(one.config)]);
      const context = new Context();
      const found = timm.entries["timm.scheduler.PlateauLRScheduler"]?.read(
        new Call("timm.scheduler.PlateauLRScheduler", { named }),
        context,
      );
      const controller = (): Controller => {
        context.throwIfAny();
        return found?.controllers?.[0] as Controller;
      };
      const { mayDiffer, from = 0 } = ported?.(one) ?? {};
      return { controller, ...(found && { plan: found.program.lr as Plan }), from, mayDiffer };
    });
    expect(failures.slice(0, 5)).toEqual([]);
    expect(positions).toBeGreaterThan(1000);
  });
});
