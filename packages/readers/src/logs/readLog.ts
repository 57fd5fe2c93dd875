import { PlanError } from "anneal";
import { Collector } from "./collector.ts";
import { type Head, headOf } from "./head.ts";
import type { Log, LogFormat, LogOptions } from "./log.ts";
import { recognise } from "./recognise.ts";

type Read = (chunks: AsyncIterable<Uint8Array>, collector: Collector, head: Uint8Array) => Promise<void>;

/** What reads each format; loaded when a log is written in it. */
const READERS: Readonly<Record<LogFormat, () => Promise<Read>>> = {
  csv: async () => (await import("./formats/csv.ts")).readCsv,
  jsonl: async () => (await import("./formats/jsonLines.ts")).readJsonLines,
  json: async () => (await import("./formats/json.ts")).readJson,
  console: async () => (await import("./formats/console.ts")).readConsole,
  tensorboard: async () => (await import("./formats/tensorBoard.ts")).readTensorBoard,
};

/** How many bytes are looked at to recognise a format. */
const HEAD = 2 ** 16;

/**
 * Reads the rates that a run logged, from a stream of bytes, in memory that does not grow with it. Which columns are
 * rates and which counts the steps is seen by their names.
 *
 * - `format`: `"csv"`, `"jsonl"`, `"json"`, `"console"` or `"tensorboard"`. Default: it is recognised by the content.
 * - `columns`: the names of the columns of rates. Default: those that are called like one.
 * - `stepColumn`: the name of the column of steps. Default: the surest of those that are called like one.
 * - `clock`: `"update"` or `"epoch"`, where a log has both. Default: updates.
 * - `stepsPerEpoch`: how many updates an epoch has, for steps that begin anew with every epoch. Default: not known.
 * - `most`: how many rows of a series are kept: of more, every second, fourth, … row, the last one, and those on either
 *   side of a step that goes back. From 64. Default 262,144; of series after the first 16, 16,384 at most.
 *
 * What is wrong in a part of a log is in its `problems`; a PlanError where nothing of it is usable.
 *
 * @example
 * ```ts
 * import { readLog } from "anneal-readers/logs";
 * async function* log() {
 *   yield new TextEncoder().encode("step,loss,lr\n0,2.5,0.1\n1,2.25,0.05\n");
 * }
 * const { format, series } = await readLog(log());
 * [format, series[0]?.name, series[0]?.rates]; // => ["csv", "lr", new Float64Array([0.1, 0.05])]
 * ```
 */
export async function readLog(chunks: AsyncIterable<Uint8Array>, options: LogOptions = {}): Promise<Log> {
  let bytes = 0;
  async function* counted(): AsyncIterable<Uint8Array> {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      yield chunk;
    }
  }
  const given = await headOf(counted(), HEAD);
  try {
    return { ...(await readFrom(given, options)), bytes };
  } finally {
    // What is refused is not read to its end. A stream that gives nothing more is not waited for.
    given.close();
  }
}

async function readFrom(given: Head, options: LogOptions): Promise<Omit<Log, "bytes">> {
  const coding = codingOf(given.head);
  const { head, complete, all } = coding === undefined ? given : await headOf(decoded(given.all, coding), HEAD);
  const format = options.format ?? recognise(head, complete);
  if (head.length === 0) throw new PlanError([{ path: "", expected: "a log", received: "nothing: it is empty" }]);
  const collector = new Collector(options);
  const read = await READERS[format]();
  await read(all, collector, head);
  const { series, facts, stepsPerEpoch } = collector.finish();
  const { findings } = collector;
  for (const { name, every, rows, steps } of series) {
    if (every > 1) findings.note(`${name}: ${rows} rows, of which ${steps.length} were kept, about one in ${every}`);
  }
  const { unread } = collector;
  const { notes, problems, problemCount } = findings;
  return { format, series, facts, ...(stepsPerEpoch && { stepsPerEpoch }), notes, unread, problems, problemCount };
}

/** The coding of a text that says by its first two bytes that it is in UTF-16, as Windows' own programs write. */
function codingOf([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : undefined;
}

async function* decoded(chunks: AsyncIterable<Uint8Array>, coding: string): AsyncIterable<Uint8Array> {
  const decoder = new TextDecoder(coding);
  const encoder = new TextEncoder();
  for await (const chunk of chunks) yield encoder.encode(decoder.decode(chunk, { stream: true }));
}
