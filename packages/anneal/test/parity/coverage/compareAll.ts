import { type Comparison, compareTable } from "../compare.ts";
import { compareControllers } from "../controllers/compare.ts";
import { SET_UPS } from "../controllers/setUps.ts";
import type { Table } from "../port.ts";
import { PORTS } from "../ports/index.ts";

/** Every schedule of a table with how it compares, whichever test compares it. */
export function compareAll(table: Table): ReadonlyMap<string, Comparison> {
  const ports = PORTS[table.framework];
  const elsewhere = typeof ports?.elsewhere === "string" ? { elsewhere: ports.elsewhere } : {};
  const compared = compareTable(table, typeof ports?.elsewhere === "string" ? {} : (ports as never));
  return new Map(
    [...compared].map(([name, comparison]) => {
      const setUp = SET_UPS.find(([framework, schedule]) => framework === table.framework && schedule === name)?.[2];
      return [name, setUp ? compareControllers(table, name, setUp) : { ...comparison, ...elsewhere }];
    }),
  );
}
