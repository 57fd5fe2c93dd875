import { type Comparison, compareTable } from "../compare.ts";
import { compareControllers } from "../controllers/compare.ts";
import { SET_UPS } from "../controllers/setUps.ts";
import type { Ports, Table } from "../port.ts";
import { PORTS } from "../ports/index.ts";

/** Every schedule of a table with how it compares: plans by their ports, what metrics drive by its set-up. */
export function compareAll(table: Table): ReadonlyMap<string, Comparison> {
  return new Map(
    [...compareTable(table, PORTS[table.framework] as Ports)].map(([name, comparison]) => {
      const setUp = SET_UPS.find(([framework, schedule]) => framework === table.framework && schedule === name)?.[2];
      return [name, setUp ? compareControllers(table, name, setUp) : comparison];
    }),
  );
}
