import { PlanError } from "anneal";
import { type LogFormat, readLog } from "anneal-readers/logs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readText, rowsOf, stream } from "./read.ts";
import { scalarRecord, versionRecord } from "./writeEvents.ts";

interface Row {
  readonly step: number;
  readonly rate: number;
  readonly loss: number;
}

const rate = fc.oneof(
  fc.double({ min: 0, max: 10, noNaN: true }),
  fc.constantFrom(0, 5e-324, 1e-7, 0.1, Number.NaN, 1e300),
);
const row: fc.Arbitrary<Row> = fc.record({ step: fc.nat(1e6), rate, loss: fc.float({ noNaN: true }) });
// A column that stands still is no step.
const rows = fc
  .array(row, { minLength: 1, maxLength: 40 })
  .map((all) => all.map((one, i) => ({ ...one, step: one.step * 50 + i })));

const python = (value: number) => (Number.isNaN(value) ? "nan" : String(value));

/** Writes a log in a format, as some program does. */
const WRITERS: readonly (readonly [name: string, format: LogFormat, write: (rows: readonly Row[]) => Uint8Array])[] = [
  ["CSV", "csv", (all) => text(`step,loss,lr\n${all.map((one) => `${one.step},${one.loss},${one.rate}\n`).join("")}`)],
  [
    "CSV with semicolons, quotes and CRLF",
    "csv",
    (all) => text(`"lr";"step";"a;b"\r\n${all.map((one) => `"${one.rate}";"${one.step}";"x;\n;"\r\n`).join("")}`),
  ],
  [
    "JSON lines",
    "jsonl",
    (all) => text(`${all.map((one) => `{"step": ${one.step}, "lr": ${one.rate}}\n`).join("")}{}\n`),
  ],
  [
    "Python's lines among others",
    "jsonl",
    (all) => text(`begin\n${all.map((one) => `{'lr': ${python(one.rate)}, 'step': ${one.step}}\r 5%|\n`).join("")}`),
  ],
  [
    "a trainer's state",
    "json",
    (all) =>
      text(
        `{"max_steps": 5, "log_history": [${all.map((one) => `{"lr": ${one.rate}, "step": ${one.step}}`).join(",\n ")}]}`,
      ),
  ],
  [
    "lists by name",
    "json",
    (all) => text(`{"lr": [${all.map((one) => one.rate).join()}], "step": [${all.map((one) => one.step).join()}]}`),
  ],
  [
    "TensorBoard",
    "tensorboard",
    (all) => Buffer.concat([versionRecord, ...all.map((one) => scalarRecord("lr", one.step, one.rate, "double"))]),
  ],
];

function text(content: string): Uint8Array {
  return Buffer.from(content);
}

describe.each(WRITERS)("%s", (_, format, write) => {
  it("is read as it was written, however it comes in pieces", async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 300 }), async (all, piece) => {
        const log = await readText(write(all), undefined, piece);
        expect(log.format).toBe(format);
        expect(rowsOf(log)).toEqual(all.map((one) => [one.step, one.rate]));
        expect(log.problems).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it("is read, or refused in words, however it is damaged", async () => {
    const change = fc.record({
      at: fc.nat(),
      kind: fc.constantFrom("cut", "flip", "drop", "double"),
      byte: fc.nat(255),
    });
    await fc.assert(
      fc.asyncProperty(rows, fc.array(change, { minLength: 1, maxLength: 5 }), async (all, changes) => {
        let bytes = Buffer.from(write(all));
        for (const { at, kind, byte } of changes) {
          const place = at % bytes.length || 0;
          if (kind === "flip") bytes.writeUInt8(byte, place);
          else if (kind === "cut") bytes = bytes.subarray(0, Math.max(place, 1));
          else if (kind === "drop")
            bytes = Buffer.concat([bytes.subarray(0, place), bytes.subarray(place + 3), text(" ")]);
          else bytes = Buffer.concat([bytes, bytes.subarray(place)]);
        }
        for (const options of [{}, { format }]) {
          const log = await readLog(stream(bytes, 64), options).catch((error: unknown) => error);
          if (log instanceof Error) expect(log).toBeInstanceOf(PlanError);
          else expect(log).toMatchObject({ series: expect.any(Array) });
        }
      }),
      { numRuns: 150 },
    );
  });
});

it("bytes of any kind are a log or are refused in words, as every format", async () => {
  const formats = [undefined, "csv", "jsonl", "json", "tensorboard"] as const;
  const words = fc.constantFrom(
    '"',
    "{",
    "}",
    "[",
    "]",
    ",",
    "lr",
    "step",
    ":",
    "\n",
    "'",
    "(",
    "0.1",
    "\0",
    "\\",
    "NaN",
    "-",
    " ",
  );
  const made = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.array(words, { maxLength: 80 }).map((all) => Buffer.from(all.join(""))),
  );
  await fc.assert(
    fc.asyncProperty(
      made,
      fc.constantFrom(...formats),
      fc.integer({ min: 1, max: 40 }),
      async (bytes, format, piece) => {
        const log = await readText(bytes, format === undefined ? {} : { format }, piece).catch(
          (error: unknown) => error,
        );
        if (log instanceof Error) {
          expect(log).toBeInstanceOf(PlanError);
          expect(log.message.length).toBeLessThan(5000);
          // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for.
          expect(log.message).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/);
        }
      },
    ),
    { numRuns: 2000 },
  );
});
