import { PlanError } from "anneal";
import { hyperparameterOf } from "./columns/hyperparameterOf.ts";
import { consoleLines } from "./formats/console.ts";
import { consoleLine } from "./formats/consoleLine.ts";
import { delimiterOf } from "./formats/delimiterOf.ts";
import { drawnTable } from "./formats/drawnTable.ts";
import { parseRecord } from "./formats/parseRecord.ts";
import { recordHeader } from "./formats/recordHeader.ts";
import type { LogFormat } from "./log.ts";

/** What files begin with that are no logs of ours, and what to do with them. */
const OTHERS: readonly (readonly [bytes: readonly number[], what: string])[] = [
  [[0x1f, 0x8b], "a gzip archive: gunzip it, or pipe it in with zcat"],
  [[0x50, 0x4b, 3, 4], "a zip archive, such as a saved model: take the log out of it"],
  [[0x89, 0x50, 0x4e, 0x47], "a PNG picture: give the log that it was drawn from"],
  [[0x25, 0x50, 0x44, 0x46], "a PDF: give the training's log"],
  [[0x89, 0x48, 0x44, 0x46], "an HDF5 file, which is a saved model: give the training's log"],
  [[0x50, 0x41, 0x52, 0x31], "a Parquet file: write it as CSV, for example with pandas' to_csv"],
  [[0x53, 0x51, 0x4c, 0x69], "an SQLite database: export the table of metrics as CSV"],
  [[0x3a, 0x57, 0x26, 0x42], "W&B's own .wandb file: export the run's history as CSV or JSON"],
  [[0x28, 0xb5, 0x2f, 0xfd], "a zstd archive: unzstd it"],
  [[0x80, 0x02], "a Python pickle: give the training's log"],
  [[0x80, 0x04], "a Python pickle: give the training's log"],
  [[0x80, 0x05], "a Python pickle: give the training's log"],
];

/** Which share of a text may be no UTF-8, as where its names are written in another coding. */
const STRANGE = 0.1;

/** How a log is written, from its first bytes; a PlanError for what is no log. */
export function recognise(head: Uint8Array, complete: boolean): LogFormat {
  if (head.length === 0) refuse("nothing: it is empty");
  if (recordHeader(head)) return "tensorboard";
  const other = OTHERS.find(([bytes]) => bytes.every((byte, i) => head[i] === byte));
  if (other) refuse(other[1]);
  const zero = head.indexOf(0);
  if (zero >= 0) refuse(`binary data: byte ${zero} is 0`);
  const text = new TextDecoder().decode(head).replace(/^\uFEFF/, "");
  const strange = text.split("\ufffd").length - 1;
  if (strange > STRANGE * text.length) refuse("binary data: it is no text in UTF-8");
  if (text.trim() === "") refuse(complete ? "nothing but blanks" : "a long beginning of nothing but blanks");
  return ofText(text);
}

function ofText(text: string): LogFormat {
  const [first = "", ...rest] = text.trimStart().split(/\r\n|\r|\n/);
  const more = rest.some((line) => line.trim() !== "");
  if (/^\[\s*(?:[{[\]"]|$|-?\d[\d.eE+-]*\s*,)/.test(first)) return "json";
  // A record that is a whole line, and is followed by others, is one of many.
  if (/^\{\s*["}]/.test(first) || first.trim() === "{") return more && parseRecord(first) ? "jsonl" : "json";
  const lines = [first, ...rest].slice(0, 2000);
  const printed = consoleLines(lines);
  // No name of a column has its number with it.
  const { hasRate, hasCount } = consoleLine(first);
  if (hasRate && hasCount && printed > 0) return "console";
  const drawn = drawnTable(text);
  if (drawn && (drawn.isFirst || printed === 0)) return "csv";
  // Cells of a table may have records in them.
  const cells = first.split(delimiterOf(text)).map((cell) => cell.replaceAll('"', ""));
  if (cells.length > 1 && cells.some((cell) => hyperparameterOf(cell))) return "csv";
  const records = lines.filter((line) => /\{\s*['"][^{}]*:[^{}]*\}/.test(line)).length;
  if (printed > records) return "console";
  return records > 0 ? "jsonl" : "csv";
}

function refuse(received: string): never {
  const expected = "a log: CSV, JSON lines, JSON or TensorBoard's event file";
  throw new PlanError([{ path: "", expected, received }]);
}
