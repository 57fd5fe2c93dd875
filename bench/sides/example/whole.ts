import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { report } from "../../harness/report.ts";

const [, , cwd = ".", epochs = "1"] = process.argv;
const out = mkdtempSync(join(tmpdir(), "anneal-bench-"));
try {
  const program = ["--import", "tsx", "src/main.ts", "--epochs", epochs, "--out", join(out, "run")];
  execFileSync(process.execPath, program, { cwd, stdio: ["ignore", "ignore", "inherit"] });
  // The example's own clock, one line for each epoch: without start-up and report, as the bare loop's.
  const lines = readFileSync(join(out, "run", "timings.jsonl"), "utf8")
    .trimEnd()
    .split("\n");
  const seconds = lines.map((line) => (JSON.parse(line) as { readonly seconds: number }).seconds);
  if (seconds.length !== Number(epochs)) throw new Error(`${seconds.length} of ${epochs} epochs were logged`);
  report({ seconds: seconds.reduce((sum, each) => sum + each) });
} finally {
  rmSync(out, { recursive: true });
}
