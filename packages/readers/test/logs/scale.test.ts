import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** How long the logs are, in MB: much more than the heap in any case; ANNEAL_LARGE_LOGS=1 reads more of every format. */
const LARGE = process.env.ANNEAL_LARGE_LOGS === "1";
const [SIZE, HEAP] = [LARGE ? 300 : 60, 32] as const;

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

const folder = mkdtempSync(join(tmpdir(), "logs-"));
const program = join(folder, "read.mjs");
beforeAll(async () => {
  await build({
    entryPoints: [path("readStandardInput.ts")],
    outfile: program,
    ...{ bundle: true, platform: "node", format: "esm", target: "node20", logLevel: "error" },
    mainFields: ["module", "main"],
    alias: { anneal: path("../../../anneal/src/index.ts") },
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

const rate = (i: number) => 0.1 * (1 + Math.cos(i / 1e6));

/** How each format writes a row, what stands before the rows, and what behind. */
const FORMATS: Readonly<Record<string, readonly [row: (i: number) => string, before: string, after: string]>> = {
  jsonl: [(i) => `{"step": ${i}, "epoch": ${i / 1000}, "loss": 2.5, "learning_rate": ${rate(i)}}\n`, "", ""],
  csv: [(i) => `${i},${i / 1000},2.5,${rate(i)}\n`, "step,epoch,loss,lr\n", ""],
  json: [(i) => `${i > 0 ? "," : ""}{"step": ${i}, "learning_rate": ${rate(i)}}\n`, '{"log_history": [', "]}"],
};

/** A log of so many bytes and a few more, piece by piece; how many rows it has. */
async function* logOf(format: string, size: number, count: (rows: number) => void): AsyncIterable<string> {
  const [row, before, after] = FORMATS[format] as (typeof FORMATS)[string];
  let [i, written] = [0, 0];
  yield before;
  while (written < size) {
    let piece = "";
    while (piece.length < 2 ** 16) piece += row(i++);
    written += piece.length;
    yield piece;
  }
  yield after;
  count(i);
}

describe(`a log of ${SIZE} MB, in a heap of ${HEAP} MB`, () => {
  for (const format of Object.keys(FORMATS)) {
    // The slower ones are read where there is time.
    it.skipIf(format !== "jsonl" && !LARGE)(format, { timeout: 300_000 }, () => isBounded(format));
  }

  async function isBounded(format: string): Promise<void> {
    let rows = 0;
    const child = spawn(process.execPath, [`--max-old-space-size=${HEAP}`, program], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    const log = logOf(format, SIZE * 1e6, (count) => {
      rows = count;
    });
    const [output] = await Promise.all([text(child.stdout), pipeline(Readable.from(log), child.stdin)]);
    const read = JSON.parse(output);
    expect(read).toMatchObject({ rows, last: rows - 1 });
    expect(read.bytes).toBeGreaterThan(SIZE * 1e6);
    expect(read.every).toBeGreaterThan(1);
    expect(read.kept).toBeLessThanOrEqual(2 ** 18);
    expect(read.notes.join()).toContain(`${rows} rows, of which ${read.kept} were kept, about one in ${read.every}`);
    expect(read.megabytes).toBeLessThan(200);
  }
});
