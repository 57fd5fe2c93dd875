import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median } from "../../harness/median.ts";
import { report } from "../../harness/report.ts";

/** How often the program is run. */
const TIMES = 3;

// What a run writes at its end about its memory goes to a file of its own, since its output is the program's.
const folder = mkdtempSync(join(tmpdir(), "anneal-bench-"));
const [notes, peak] = [join(folder, "memory.cjs"), join(folder, "peak")];
writeFileSync(
  notes,
  `process.on("exit", () => require("node:fs").writeFileSync(${JSON.stringify(peak)}, String(process.resourceUsage().maxRSS)));`,
);

const words = process.argv.slice(2);
const environment = { ...process.env, COLUMNS: "80", NO_COLOR: "1", LC_ALL: "C" };

function run(flags: readonly string[]): number {
  const begin = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [...flags, ...words], { env: environment, encoding: "utf8" });
  if (status !== 0) throw new Error(`Error: ${words.join(" ")}: ${stderr}`);
  return performance.now() - begin;
}

const milliseconds = median(Array.from({ length: TIMES }, () => run([])));
run(["--require", notes]);
const megabytes = Number(readFileSync(peak, "utf8")) / 1024;
rmSync(folder, { recursive: true });
report({ milliseconds, megabytes });
