import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const BUILT = fileURLToPath(new URL("../dist/anneal.js", import.meta.url));
const STEPS = 300_000;
const BEFORE = "what stood there before\n";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "anneal-killed-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What stands beside files that are or were being written. */
const leftovers = () => readdirSync(folder).filter((name) => name.startsWith(".anneal."));

/** Writes a file of many values as a process of its own, and kills it once its beginnings are on the disk. */
async function write(file: string, kill?: NodeJS.Signals, after = 0): Promise<void> {
  const words = [
    "plot",
    "warmupCosine({warmup: 500})",
    "--base",
    "0.1",
    "--steps",
    `${STEPS}`,
    "-o",
    join(folder, file),
  ];
  const child = spawn(process.execPath, [BUILT, ...words], { stdio: "ignore" });
  const ended = once(child, "exit");
  if (kill) {
    const before = leftovers().length;
    while (child.exitCode === null && leftovers().length === before) await new Promise((done) => setTimeout(done, 1));
    await new Promise((done) => setTimeout(done, after));
    child.kill(kill);
  }
  await ended;
}

describe("a file that is being written when the command is killed", () => {
  it("is what it was before, or all of the new one", { timeout: 60_000 }, async () => {
    await write("whole.csv");
    const whole = readFileSync(join(folder, "whole.csv"), "utf8");
    expect(whole.split("\n").length).toBe(STEPS + 2);
    let kept = 0;
    for (const after of [0, 0, 1, 2, 5, 10, 20, 40]) {
      const file = `at${after}.csv`;
      writeFileSync(join(folder, file), BEFORE);
      await write(file, "SIGKILL", after);
      const text = readFileSync(join(folder, file), "utf8");
      if (text === BEFORE) kept++;
      else expect(text === whole).toBe(true);
    }
    expect(kept).toBeGreaterThan(0);
  });

  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("leaves nothing beside it after %s", async (signal) => {
    for (const left of leftovers()) rmSync(join(folder, left));
    writeFileSync(join(folder, "stopped.csv"), BEFORE);
    await write("stopped.csv", signal);
    expect(leftovers()).toEqual([]);
    expect(readFileSync(join(folder, "stopped.csv"), "utf8")).toBe(BEFORE);
  });
});
