import { PlanError } from "anneal";
import { describe, expect, it } from "vitest";
import type { LogOptions } from "../../src/logs/index.ts";
import { readText, rowsOf } from "./read.ts";
import { recordHeaderOf, versionRecord } from "./writeEvents.ts";

const TABLE = "step,lr\n0,0.5\n1,0.25\n";
const ROWS = [
  [0, 0.5],
  [1, 0.25],
];

/** What is said of a log that is refused. */
async function refusal(log: string | Uint8Array, options?: LogOptions): Promise<string> {
  const error = await readText(log, options).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(PlanError);
  return (error as PlanError).message;
}

/** A text as bytes in UTF-16, the higher one first. */
function bigEndian(text: string): Uint8Array {
  return Buffer.from(`\ufeff${text}`, "utf16le").swap16();
}

describe("what is read all the same", () => {
  it.each([
    ["UTF-16, the lower byte first", Buffer.from(`\ufeff${TABLE}`, "utf16le")],
    ["UTF-16, the higher byte first", bigEndian(TABLE)],
    ["names in another coding", Buffer.from(`gr\u00f6\u00dfe,${TABLE.replaceAll(/\n(?=.)/g, "\n9,")}`, "latin1")],
    ["names that objects have", `__proto__,constructor,${TABLE.replaceAll(/\n(?=.)/g, "\n7,8,")}`],
    [
      "records with names that objects have",
      '{"__proto__":7,"step":0,"lr":0.5}\n{"constructor":8,"step":1,"lr":0.25}\n',
    ],
    ["records below one of 100,000 levels", deep('{"step":0,"lr":0.5}\n', '\n{"step":1,"lr":0.25}\n')],
    ["10,000 columns", wide(10_000)],
  ])("%s", async (_, log) => {
    expect(rowsOf(await readText(log))).toEqual(ROWS);
  });

  it("a line of 5 MB without an end, up to it", async () => {
    const { problems, series } = await readText(`${TABLE}${"x".repeat(5 * 2 ** 20)}`);
    expect(series[0]?.rows).toBe(2);
    expect(problems).toEqual([
      { path: "line 4", expected: "rows", received: "a row of more than 4 MiB, after which nothing was read" },
    ]);
  });

  it("steps that no run reaches are none", async () => {
    const log = await readText("step,lr\n0,0.5\n1,0.25\n1e300,0.1\n-1,0.1\n9007199254740993,0.1\n");
    expect(rowsOf(log)).toEqual(ROWS);
    expect(log.notes).toEqual(["rows without a step from 0 were passed over: 3, the first at line 4"]);
  });
});

describe("what is refused says what is there", () => {
  it.each([
    ["names alone", "step,lr\n", "expected numbers in lr, received no row with one"],
    [
      "no step from 0",
      "step,lr\n-2,0.5\n-1,0.25\n",
      "expected numbers in lr, received no row with one (rows without a step from 0 were passed over: 2, the first at line 2)",
    ],
    [
      "blanks between cells",
      "step learning rate\n0 0.5\n",
      'received one column "step learning rate": what stands between cells is a comma, a semicolon, a tab, a |, or blanks where every name is one word\nline 2: ',
    ],
    ["numbers without names", "0,0.5\n1,0.25\n", "received columns 1, 2 (the first row has numbers and no names: "],
    [
      "noise",
      Buffer.from(Array.from({ length: 999 }, (_, i) => 128 + ((i * 37) % 64))),
      "binary data: it is no text in UTF-8",
    ],
    ["a picture", Buffer.from("\x89PNG\r\n\x1a\n\0\0", "latin1"), "a PNG picture: give the log that it was drawn from"],
    [
      "a saved model",
      Buffer.from("\x89HDF\r\n\x1a\n", "latin1"),
      "an HDF5 file, which is a saved model: give the training's log",
    ],
  ])("%s", async (_, log, expected) => {
    expect(await refusal(log)).toContain(expected);
  });

  it("a column that is not there, even beside one that is", async () => {
    const expected = "expected a column rate, received columns step, lr";
    expect(await refusal(TABLE, { columns: ["rate"] })).toBe(expected);
    expect(await refusal(TABLE, { columns: ["lr", "rate"] })).toBe(expected);
    expect(await refusal(TABLE, { columns: ["lr", "__proto__"] })).toContain("a column __proto__");
  });

  it("a format that it is not in", async () => {
    expect(await refusal(TABLE, { format: "json" })).toContain(
      'expected JSON, received "s", after which nothing was read',
    );
    expect(await refusal(TABLE, { format: "tensorboard" })).toContain("received only the column step\nbyte 0: ");
    expect(await refusal(Buffer.from("a\x80\x81\x82,b\n1,2\n", "latin1"), { format: "csv" })).toContain("binary data");
  });

  it("tells that the first event of a file is cut off, however long it says it is", async () => {
    const header = recordHeaderOf(2 ** 40);
    const message = await refusal(Buffer.concat([versionRecord, header, Buffer.alloc(50)]));
    expect(message).toContain(
      `received only the column step (the last event is cut off at byte ${versionRecord.length})`,
    );
  });
});

/** Records, with one between them in which a value lies 100,000 levels deep. */
function deep(before: string, after: string): string {
  return `${before}${'{"a":'.repeat(1e5)}1${"}".repeat(1e5)}${after}`;
}

function wide(count: number): string {
  const names = Array.from({ length: count }, (_, i) => `loss${i}`).join();
  const zeros = "0,".repeat(count);
  return `${names},step,lr\n${zeros}0,0.5\n${zeros}1,0.25\n`;
}
