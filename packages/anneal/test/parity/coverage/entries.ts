import type { Comparison } from "../compare.ts";
import type { Table } from "../port.ts";
import { TABLES } from "../tables.ts";
import { torchTables } from "../torchCases.ts";
import { compareTorch } from "../torchCompare.ts";
import { compareAll } from "./compareAll.ts";
import { TITLES } from "./titles.ts";
import { WRITTEN } from "./written.ts";

/** One framework's table, compared. */
export interface Entry {
  readonly title: string;
  readonly version: string;
  readonly ran: string;
  readonly precision: Table["precision"];
  readonly rows: readonly Row[];
}

/** One schedule of it. */
export interface Row {
  readonly name: string;
  /** What it is written with here: names, then how. */
  readonly here: string;
  readonly comparison: Comparison;
}

/** Every framework of which there is a table of rates, PyTorch first. */
export function entries(): readonly Entry[] {
  const torch = torchTables().map(
    ({ version, ran, schedules }): Entry => ({
      title: "PyTorch",
      version,
      ran,
      precision: "float64",
      rows: Object.entries(schedules).map(([name, { cases }]) => ({ name, here: "", comparison: compareTorch(cases) })),
    }),
  );
  const others = [...TABLES.values()].filter(({ framework }) => framework !== "torchCurrent");
  return [...torch, ...others.map(entry)];
}

function entry(table: Table): Entry {
  const { framework, version, ran, precision } = table;
  const rows = [...compareAll(table)].map(([name, comparison]): Row => {
    return { name, here: WRITTEN[framework]?.[name] as string, comparison };
  });
  return { title: TITLES[framework] as string, version, ran, precision, rows };
}
