import type { Collector } from "../collector.ts";
import { linesOf } from "../lines.ts";
import { BLANKS, type DrawnTable, isComment, isRule } from "./drawnTable.ts";
import { Table } from "./table.ts";

/** Reads a table as it is drawn for people: a line of names, perhaps after others and said again, and lines of cells. */
export async function readDrawnTable(
  chunks: AsyncIterable<Uint8Array>,
  collector: Collector,
  { header, delimiter, cellsOf }: DrawnTable,
): Promise<void> {
  const table = new Table(collector, delimiter);
  const names = cellsOf(header);
  let isFound = false;
  let isBegun = false;
  let isEnded = true;
  let [last, longest] = [0, 0];
  for await (const lines of linesOf(chunks)) {
    for (const { text, number, cut, ended } of lines) {
      last = number;
      if (longest > 0) continue;
      if (!isFound) {
        isFound = text.replace(/^\uFEFF/, "").trim() === header;
        continue;
      }
      const cells = cellsOf(text);
      // A # that is not the header's is before a comment, whatever that says.
      if (cells.length === 0 || isRule(text) || isComment(text)) continue;
      isEnded = ended;
      if (!isBegun) {
        // What has a cell more than names is counted by the first one, as pandas and R write it.
        const counts = delimiter === BLANKS && cells.length === names.length + 1;
        table.row(counts ? ["", ...names] : names, number);
        isBegun = true;
      }
      if (cut) {
        // Its last number may be cut as well.
        longest = number;
      } else if (cells.join(" ") !== names.join(" ")) table.row(cells, number);
    }
  }
  if (!isBegun) table.row(names);
  if (longest > 0) table.broken("CSV_MAX_RECORD_SIZE", last, longest);
  table.end(isEnded || longest > 0);
}
