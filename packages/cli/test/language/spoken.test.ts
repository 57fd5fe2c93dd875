import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anneal } from "../fakeIo.ts";
import { englishIn } from "./spoken/english.ts";
import { lines } from "./spoken/lines.ts";
import { logs } from "./spoken/logs.ts";
import { sources } from "./spoken/sources.ts";

const folder = mkdtempSync(join(tmpdir(), "spoken-"));
const before = process.cwd();

beforeAll(() => {
  for (const [name, text] of Object.entries({ ...sources, ...logs })) writeFileSync(join(folder, name), text);
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

/** So wide that sentences and quotes are not broken. */
const WIDE = 1000;

const wordsOf = (line: string): readonly string[] =>
  [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? (plain as string));

/** The lines of each command. */
const byCommand = new Map<string, readonly string[]>();
for (const line of lines) {
  const [command = ""] = line.split(" ");
  byCommand.set(command, [...(byCommand.get(command) ?? []), line]);
}

/** What a line prints for people: code and data go to the output of `convert`, of --emit and of --json. */
async function spoken(line: string): Promise<{ readonly code: number; readonly text: string }> {
  const { code, out, err } = await anneal(["--lang", "zh", ...wordsOf(line)], { columns: WIDE });
  const isCode = /^convert (?!--help)|--emit|--csv|--json/.test(line);
  return { code, text: isCode ? err : out + err };
}

describe("the command in Chinese", () => {
  it.each([...byCommand])("says no English, whatever is asked of it: %s", async (_, asked) => {
    const found: string[] = [];
    for (const line of asked) found.push(...englishIn((await spoken(line)).text).map((one) => `${line}: ${one}`));
    expect(found).toEqual([]);
  });

  it("is asked what works, what finds something, and what cannot be done", async () => {
    const some = ["table optax.py", "check per_batch.py --steps-per-epoch 250 --steps 22500", "plot missing.py"];
    expect(await Promise.all(some.map(async (line) => (await spoken(line)).code))).toEqual([0, 1, 2]);
    expect(lines).toEqual(expect.arrayContaining(some));
    expect(lines.length).toBeGreaterThan(180);
  });

  it.each([
    ["第 3 步：expected a number above 0", 2],
    ["line 2: 期望数", 1],
    ["lr, group 0: 符合", 1],
    ["64 bits", 1],
    ["  evidence    第 3 行", 1],
    ["train.py: 请用 --steps-per-epoch 给出每轮的步数（AN014, exact）", 0],
    ["名字 pytorch, optax, keras", 0],
    ['  from a import b\n  ^\n期望 "the rest of it"', 0],
  ])("finds English in %j", (text, count) => {
    const found = englishIn(text);
    expect(found.length >= count && (count > 0 || found.length === 0)).toBe(true);
  });
});
