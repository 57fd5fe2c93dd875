/**
 * Reads changed samples by the million, and writes what came of it to results.json beside this file.
 *
 *     npm run fuzz:readers [-- --inputs 1000000] [--seed 1] [--processes 2] [--check]
 *
 * Every text has to give readings or a PlanError, in less than a second, in processes of 300 MB. With --check nothing is
 * written. The exit code says whether all did.
 */
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Count, Part } from "./part.ts";

const { values: flags } = parseArgs({
  options: {
    inputs: { type: "string", default: "1000000" },
    seed: { type: "string", default: "1" },
    processes: { type: "string", default: "2" },
    check: { type: "boolean", default: false },
  },
});
const inputs = Number(flags.inputs);
const processes = Number(flags.processes);

const parts = await Promise.all(
  Array.from({ length: processes }, (_, i) =>
    run(Math.floor((inputs * i) / processes), Math.floor((inputs * (i + 1)) / processes)),
  ),
);

function run(from: number, to: number): Promise<Part> {
  const file = fileURLToPath(new URL("part.ts", import.meta.url));
  const range = ["--from", String(from), "--to", String(to), "--seed", String(flags.seed)];
  const own = spawn(process.execPath, ["--max-old-space-size=300", "--import", "tsx", file, ...range], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  own.stdout.on("data", (data) => {
    printed += data;
  });
  return new Promise((resolve, reject) => {
    own.on("close", (code) =>
      code === 0 ? resolve(JSON.parse(printed) as Part) : reject(new Error(`inputs from ${from}: ended with ${code}`)),
    );
  });
}

/** The counts of all processes for one notation. */
function together(notation: string): object {
  const own = parts.flatMap(({ counts }) => counts[notation] ?? []);
  const sum = (of: (count: Count) => number): number => own.reduce((total, count) => total + of(count), 0);
  const slowest = own.map((count) => count.slowest).sort((a, b) => b.milliseconds - a.milliseconds)[0];
  return {
    samples: own[0]?.samples,
    inputs: sum((count) => count.inputs),
    megabytes: Number((sum((count) => count.characters) / 1e6).toFixed(1)),
    read: sum((count) => count.read),
    readings: sum((count) => count.readings),
    refusals: sum((count) => count.refusals),
    millisecondsPerInput: Number((sum((count) => count.milliseconds) / sum((count) => count.inputs)).toFixed(3)),
    slowest: slowest && { ...slowest, milliseconds: Math.round(slowest.milliseconds) },
  };
}

const names = [...new Set(parts.flatMap(({ counts }) => Object.keys(counts)))].sort();
const failures = parts.flatMap((part) => part.failures);
const results = {
  inputs,
  seed: Number(flags.seed),
  failures,
  peakMegabytes: Math.round(Math.max(...parts.map(({ peak }) => peak)) / 1e6),
  notations: Object.fromEntries(names.map((name) => [name, together(name)])),
};
const text = `${JSON.stringify(results, null, 2)}\n`;
if (flags.check) process.stdout.write(text);
else writeFileSync(new URL("results.json", import.meta.url), text);
process.exitCode = failures.length > 0 ? 1 : 0;
