import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commands } from "../src/commands.ts";
import { anneal } from "./fakeIo.ts";

const folder = mkdtempSync(join(tmpdir(), "help-"));
const before = process.cwd();
beforeAll(() => process.chdir(folder));
afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

/** The words of a command line, up to where a shell would redirect it. */
function wordsOf(line: string): readonly string[] {
  const words = [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? (c as string));
  const end = words.findIndex((word) => /^[|>]/.test(word));
  return end < 0 ? words : words.slice(0, end);
}

const examples = commands
  .flatMap(({ examples }) => examples.map(([line]) => line))
  .filter((one) => /^anneal /.test(one));

describe("help", () => {
  it.each(examples)("has an example that runs, or lacks nothing but the user's own file: %s", async (line) => {
    const { code, out, err } = await anneal(wordsOf(line).slice(1));
    if (code === 2) expect(err).toMatch(/there is no such file/);
    else expect(out + err !== "" || line.includes(" -o ")).toBe(true);
  });

  it("has examples for every command, and some that need no file", async () => {
    const few = commands.filter(({ examples }) => examples.length < 2).map(({ name }) => name);
    expect(few).toEqual([]);
    const calls = examples.filter((line) => /'\w+\(/.test(line));
    expect(calls.length).toBeGreaterThanOrEqual(5);
  });

  it.each(commands.map(({ name }) => name))("of %s tells its flags and examples, at 40 columns too", async (name) => {
    const help = await anneal([name, "--help"], { columns: 40 });
    expect(help).toMatchObject({ code: 0, err: "" });
    expect(await anneal(["help", name], { columns: 40 })).toEqual(help);
    const [prose = "", shown = ""] = help.out.split("\nExamples:\n");
    expect(shown).toContain(`$ `);
    expect(prose.split("\n").filter((line) => line.length > 40 && !line.startsWith("Usage:"))).toEqual([]);
  });

  it.each([40, 60, 100])("of the whole command lists all commands, and fits into %i columns", async (columns) => {
    const { code, out } = await anneal([], { columns });
    expect(code).toBe(0);
    for (const { name, summary } of commands) {
      expect(out).toMatch(new RegExp(`^ {2}${name}( |$)`, "m"));
      expect(out.replaceAll(/\s+/g, " ")).toContain(summary);
    }
    const [prose = ""] = out.split("\nExamples:\n");
    expect(Math.max(...prose.split("\n").map((line) => line.length))).toBeLessThanOrEqual(columns);
  });

  it("suggests the command and the flag that were meant", async () => {
    expect(await anneal(["polt", "plan.json"])).toMatchObject({ code: 2, err: expect.stringContaining("plot") });
    const flag = await anneal(["plot", "plan.json", "--step", "9"]);
    expect(flag).toMatchObject({ code: 2, err: expect.stringContaining("--steps") });
  });
});
