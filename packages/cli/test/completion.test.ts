import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { TARGETS } from "../src/commands/convert/targetNames.ts";
import { commands } from "../src/commands.ts";
import { anneal } from "./fakeIo.ts";

const folder = mkdtempSync(join(tmpdir(), "completion-"));
writeFileSync(join(folder, "plan of mine.json"), "{}");
afterAll(() => rmSync(folder, { recursive: true }));

const isThere = (shell: string): boolean => spawnSync(shell, ["--version"]).status === 0;

/** The script of a shell as a file, and what a program of that shell prints. */
async function inShell(shell: string, program: (script: string) => string): Promise<string> {
  const { code, out } = await anneal(["completion", shell]);
  expect(code).toBe(0);
  const script = join(folder, `completion.${shell}`);
  writeFileSync(script, out);
  const flags = shell === "zsh" ? ["-f"] : shell === "bash" ? ["--norc"] : ["--no-config"];
  const ran = spawnSync(shell, [...flags, "-c", program(script)], { cwd: folder, encoding: "utf8", timeout: 50_000 });
  expect(ran.stderr).toBe("");
  return ran.stdout;
}

const names = (start: string): readonly string[] =>
  commands.map(({ name }) => name).filter((name) => name.startsWith(start));

describe.skipIf(!isThere("bash"))("in bash", () => {
  const complete = async (...words: readonly string[]) => {
    const line = words.map((word) => JSON.stringify(word)).join(" ");
    const out = await inShell(
      "bash",
      (script) =>
        `source ${script}; COMP_WORDS=(${line}); COMP_CWORD=${words.length - 1}; _anneal; printf '%s\\n' "\${COMPREPLY[@]}"`,
    );
    return out.split("\n").filter(Boolean);
  };

  it("completes commands", async () => {
    expect(await complete("anneal", "")).toEqual([...names(""), "help", "--help", "--version"]);
    expect(await complete("anneal", "co")).toEqual(names("co"));
    expect(await complete("anneal", "help", "di")).toEqual(names("di"));
  });

  it("completes flags and their values", async () => {
    expect(await complete("anneal", "convert", "--to", "")).toEqual([...TARGETS]);
    expect(await complete("anneal", "convert", "--to", "=", "ke")).toEqual(["keras"]);
    expect(await complete("anneal", "convert", "plan.json", "--ver")).toEqual(["--verify"]);
    expect(await complete("anneal", "convert", "--base", "")).toEqual([]);
    expect(await complete("anneal", "completion", "z")).toEqual(["zsh"]);
  });

  it("completes files, with spaces too", async () => {
    expect(await complete("anneal", "plot", "plan")).toEqual(["plan of mine.json"]);
    expect(await complete("anneal", "convert", "-o", "plan")).toEqual(["plan of mine.json"]);
  });
});

describe.skipIf(!isThere("fish"))("in fish", () => {
  const complete = async (line: string) => {
    const out = await inShell("fish", (script) => `source ${script}; complete -C '${line}'`);
    return out
      .split("\n")
      .filter(Boolean)
      .map((one) => one.split("\t")[0]);
  };

  it("completes commands, flags, their values and files", async () => {
    expect(new Set(await complete("anneal co"))).toEqual(new Set(names("co")));
    expect(new Set(await complete("anneal convert --to "))).toEqual(new Set(TARGETS));
    expect(await complete("anneal convert --ver")).toEqual(["--verify"]);
    expect(await complete("anneal completion z")).toEqual(["zsh"]);
    expect(await complete("anneal convert -o plan")).toEqual(["plan of mine.json"]);
    expect(await complete("anneal convert --base ")).toEqual([]);
  });
});

describe.skipIf(!isThere("zsh"))("in zsh", () => {
  it("completes a line in a terminal of its own", async () => {
    const lines = { conv: "convert", "convert --to ker": "convert --to keras", "convert --veri": "convert --verify" };
    for (const [line, completed] of Object.entries(lines)) {
      const out = await inShell(
        "zsh",
        (script) => `
          zmodload zsh/zpty
          zpty z zsh -f -i
          zpty -w z "autoload -U compinit; compinit -u -D; source ${script}; anneal() { echo RAN:\\$*: }; echo READY"
          zpty -r z out '*READY*READY*'
          # The key that completes, and the one that runs the line.
          zpty -w z "anneal ${line}"$'\\t'
          zpty -r z out '*RAN:*:*'
          print -r -- "$out"`,
      );
      expect(out).toContain(`RAN:${completed}:`);
    }
  });
});

it("says which shells there are", async () => {
  const { code, err } = await anneal(["completion", "tcsh"]);
  expect([code, err]).toEqual([2, expect.stringContaining("bash, zsh, fish")]);
});
