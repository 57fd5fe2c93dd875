import { execFileSync, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const BENCH = fileURLToPath(new URL("..", import.meta.url));
const program = (...args: string[]) => ["--import", "tsx", "main.ts", ...args];

describe("the program", () => {
  it("names every measurement in its help", () => {
    const help = execFileSync(process.execPath, program("--help"), { cwd: BENCH, encoding: "utf8" });
    for (const name of [
      "at",
      "step",
      "memory",
      "fill",
      "milestones",
      "construct",
      "torch",
      "training",
      "example",
      "command",
    ]) {
      expect(help).toContain(name);
    }
  });

  it("answers a wrong word with one line, exit code 2 and no stack trace", () => {
    const { status, stderr } = spawnSync(process.execPath, program("memry"), { cwd: BENCH, encoding: "utf8" });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^measurement: expected one of at, .*, received "memry"\nTry: npm run bench -- --help\n$/);
  });
});
