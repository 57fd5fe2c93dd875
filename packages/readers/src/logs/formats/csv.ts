import { Readable } from "node:stream";
import { PlanError } from "anneal";
import { CsvError, parse } from "csv-parse";
import type { Collector } from "../collector.ts";
import { delimiterOf } from "./delimiterOf.ts";
import { drawnTable, shortRow } from "./drawnTable.ts";
import { readDrawnTable } from "./readDrawnTable.ts";
import { Table } from "./table.ts";

/** How many bytes a row may have. */
const LONGEST_ROW = 4 * 2 ** 20;

/** Reads a table: a row of names, then a row of cells for each step. Cells may be empty, and the last row cut off. */
export async function readCsv(
  chunks: AsyncIterable<Uint8Array>,
  collector: Collector,
  head: Uint8Array,
): Promise<void> {
  const beginning = new TextDecoder().decode(head.subarray(0, 2 ** 18));
  const delimiter = delimiterOf(beginning);
  const drawn = drawnTable(beginning);
  if (drawn) return readDrawnTable(chunks, collector, drawn);
  const short = shortRow(beginning);
  if (short) {
    const expected = `${short.names} cells, one for each name: between blanks nobody sees which one is not there`;
    throw new PlanError([{ path: `line ${short.line}`, expected, received: `${short.cells}` }]);
  }
  // Empty lines are rows of one empty cell, so that lines can be counted.
  const rows = parse({
    delimiter,
    // A file that several systems wrote has several.
    record_delimiter: ["\r\n", "\n", "\r"],
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST_ROW,
  });
  const table = new Table(collector, delimiter);
  let [lastByte, lines] = [0, 0];
  async function* watched(): AsyncIterable<Uint8Array> {
    for await (const chunk of chunks) {
      lastByte = chunk.at(-1) ?? lastByte;
      for (const byte of chunk) if (byte === 10) lines++;
      yield chunk;
    }
  }
  const source = Readable.from(watched(), { objectMode: false, highWaterMark: 2 ** 16 });
  await new Promise<void>((done, fail) => {
    const stop = (error: unknown) => {
      source.destroy();
      rows.destroy();
      fail(error);
    };
    // What is thrown in an event's handler would end the process.
    const guarded = (act: () => void) => {
      try {
        act();
      } catch (error) {
        stop(error);
      }
    };
    source.on("error", stop);
    rows.on("error", (error) => {
      guarded(() => {
        if (!(error instanceof CsvError)) throw error;
        // Of the rest only the lines are counted.
        source.unpipe(rows);
        const finish = () => {
          table.broken(error.code, lines);
          done();
        };
        // Where its last cell has no end the source has ended already.
        if (source.readableEnded) return finish();
        source.on("end", () => guarded(finish));
        source.resume();
      });
    });
    rows.on("end", done);
    rows.on("data", (row: string[]) => guarded(() => table.row(row)));
    source.pipe(rows);
  });
  table.end(lastByte === 10 || lastByte === 13);
}
