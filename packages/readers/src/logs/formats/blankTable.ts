import type { Collector } from "../collector.ts";
import { linesOf } from "../lines.ts";
import { blankCells, isRule } from "./blankCells.ts";
import { BLANKS } from "./delimiterOf.ts";
import { Table } from "./table.ts";

/** Reads a table whose cells only blanks divide: a line of names, perhaps drawn under and said again, and lines of cells. */
export async function readBlankTable(chunks: AsyncIterable<Uint8Array>, collector: Collector): Promise<void> {
  const table = new Table(collector, BLANKS);
  let header: readonly string[] | undefined;
  let isBegun = false;
  let isEnded = true;
  for await (const lines of linesOf(chunks)) {
    for (const { text, number, ended } of lines) {
      isEnded = ended;
      const cells = blankCells(header ? text : text.replace(/^\uFEFF/, ""));
      if (cells.length === 0 || isRule(cells)) continue;
      if (!header) {
        header = cells;
        continue;
      }
      if (!isBegun) {
        // What has a cell more than names is counted by the first one, as pandas and R write it.
        const counts = cells.length === header.length + 1;
        table.row(counts ? ["", ...header] : header, number);
        isBegun = true;
      }
      if (cells.join(" ") !== header.join(" ")) table.row(cells, number);
    }
  }
  if (header && !isBegun) table.row(header);
  table.end(isEnded);
}
