import { spawn } from "node:child_process";
import { existsSync, openSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const BUILT = fileURLToPath(new URL("../dist/anneal.js", import.meta.url));
const LATE = ["check", "warmupCosine({warmup: 500})", "--base", "0.01", "--steps", "400"];

/** Runs the command as a process whose reader goes away at once, or whose errors go to a file. */
async function run(words: readonly string[], reader: "gone" | "there", errors?: number): Promise<[number, string]> {
  const child = spawn(process.execPath, [BUILT, ...words], { stdio: ["ignore", "pipe", errors ?? "pipe"] });
  if (reader === "gone") child.stdout?.destroy();
  else child.stdout?.resume();
  let told = "";
  child.stderr?.on("data", (chunk) => {
    told += chunk;
  });
  const code = await new Promise<number>((done) => child.on("close", (code) => done(code ?? -1)));
  return [code, told];
}

describe("a command whose output nobody reads", () => {
  it("ends with what it found all the same", async () => {
    expect(await run(LATE, "there")).toEqual([1, ""]);
    expect(await run(LATE, "gone")).toEqual([1, ""]);
    expect(await run(["--help"], "gone")).toEqual([0, ""]);
  });

  it.skipIf(!existsSync("/dev/full"))("or whose errors cannot be told", async () => {
    const full = openSync("/dev/full", "w");
    expect((await run(["check", "nowhere.py"], "there", full))[0]).toBe(2);
    expect((await run(["plot", "--nonsense"], "there", full))[0]).toBe(2);
  });

  it("shows what a name would do to a terminal", async () => {
    const [code, told] = await run(["check", "no\u001b[2Jwhere.py"], "there");
    expect(code).toBe(2);
    expect(told).toContain("no\\u001b[2Jwhere.py");
  });
});
