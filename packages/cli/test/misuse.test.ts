import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { anneal } from "./fakeIo.ts";

const folder = mkdtempSync(join(tmpdir(), "anneal-misuse-"));
afterAll(() => rmSync(folder, { recursive: true }));
const to = (name: string) => join(folder, name);
mkdirSync(to("folder"));
writeFileSync(to("binary"), Buffer.from([127, 69, 76, 70, 0, 0, 1]));

const PLAN = "constant({value: 1})";
const RUN = ["--steps", "9"];

/** A command line, and what the one line that it is answered with says. */
const WRONG: readonly (readonly [words: readonly string[], told: string])[] = [
  [["plto", "x.py"], "unknown command 'plto' (Did you mean plot?)"],
  [["help", "plto"], "unknown command 'plto' (Did you mean plot?)"],
  [["help", "nothing"], "unknown command 'nothing'"],
  [["train.py"], "unknown command 'train.py'; a source comes after a command: anneal plot train.py"],
  [[PLAN], "a source comes after a command: anneal plot constant("],
  [["-"], "unknown command '-'; a source comes after a command: anneal plot -"],
  [["plot"], "missing required argument 'source'; see anneal plot --help"],
  [["diff", PLAN], "missing required argument 'b'; see anneal diff --help"],
  [["table", PLAN, PLAN], "too many arguments for 'table'"],
  [["completion", "bassh"], "shell bassh: did you mean bash? expected one of bash, zsh, fish"],
  [["plot", PLAN, "--stpes", "5"], "unknown option '--stpes' (Did you mean --steps?)"],
  [["plot", PLAN, "--log=3"], "unknown option '--log=3'"],
  [["plot", PLAN, "--steps"], "option '--steps <n>' argument missing"],
  [["plot", PLAN, "--steps", "nine"], "--steps: expected a whole number from 1, or epochs such as 30ep, received nine"],
  [
    ["plot", PLAN, "--steps", "1e300"],
    "--steps: expected a whole number from 1, or epochs such as 30ep, received 1e300",
  ],
  [["plot", PLAN, "--base", "NaN"], '--base: expected a number, received "NaN"'],
  [["plot", PLAN, "--set", "a=1", "--set", "a=2"], "--set a: it is given twice"],
  [["plot", PLAN, "--set", "a"], "--set a: expected name=value"],
  [["plot", PLAN, ...RUN, "--only", "lrr"], "--only lrr: did you mean lr? there is lr"],
  [["plot", PLAN, ...RUN, "--pick", "3"], "--pick 3: "],
  [["plot", PLAN, "--theme", "drak"], "--theme drak: did you mean dark? expected one of auto, light, dark"],
  [["plot", PLAN, ...RUN, "--title", "x"], "--title: a chart in the terminal has none"],
  [["plot", PLAN, ...RUN, "--json", "--log"], "--log: --json has none"],
  [["plot", PLAN, ...RUN, "-o", to("x.csv"), "--width", "40"], "--width: .csv has none"],
  [["plot", PLAN, ...RUN, "-o", to("x.csv"), "--json"], "--output and --json: only one of them"],
  [["plot", PLAN, ...RUN, "-o", to("x")], "expected a name that ends with .svg, .png, .csv, .json"],
  [["plot", PLAN, ...RUN, "-o", to("none/x.svg")], "none/x.svg: there is no such folder"],
  [["plot", PLAN, ...RUN, "-o", to("binary/x.svg")], "binary/x.svg: there is no such folder"],
  [["plot", ""], '"": there is no such file'],
  [["plot", " "], '" ": there is no such file'],
  [["plot", to("folder")], "folder: it is a folder"],
  [["plot", to("binary")], "binary: it is no text"],
  [["plot", to("binary/x.py")], "there is no such file"],
  [["plot", "x".repeat(5000)], "there is no such file"],
  [["plot", PLAN, to("folder")], "folder: it is a folder"],
  [["table", PLAN, ...RUN, "--csv", "--json"], "--csv and --json: only one of them"],
  [["table", PLAN, ...RUN, "--at", "1e9"], "--at 1e9: the run has 9 steps, and the last is 8"],
  [["check", PLAN, "--json", "--format", "text"], "--json and --format text: only one of them"],
  [["check", PLAN, "--format", "sarf"], "--format sarf: did you mean sarif?"],
  [["check", PLAN, "--ignore", "AN999"], "--ignore AN999: expected one of AN001"],
  [["check", PLAN, "--processes", "0"], "--processes: expected a whole number from 1"],
  [["convert", PLAN], "say with --to what to convert to: pytorch"],
  [["convert", PLAN, "--to", "kears"], "--to kears: did you mean keras?"],
  [["convert", PLAN, "--to", "keras", "--python", "x"], "--python: it is for --verify"],
  [["convert", PLAN, "--to", "keras", "--timeout", "5"], "--timeout: it is for --verify"],
  [["convert", PLAN, "--to", "keras", "--name", "class"], "--name: expected a free name"],
  [["convert", PLAN, "--to", "keras", "--group", "1"], "--group 1: there is the group 0 alone"],
  [["convert", PLAN, "--to", "keras", "-o", to("folder")], "folder: it is a folder"],
  [["convert", PLAN, "--to", "plan", "--verify"], "--verify: --to plan keeps all of the source"],
  [["diff", PLAN, PLAN, ...RUN, "--json", "--log"], "--log and --json: only one of them"],
  [["diff", PLAN, PLAN, ...RUN, "--tolerance", "1"], "--tolerance: expected a number from 0 to 0.5, received 1"],
  [["schema", "-o", to("none/x")], "none/x: there is no such folder"],
];

describe("a command line that is wrong", () => {
  it.each(WRONG)("%j is told in one line", async (words, told) => {
    const { code, out, err } = await anneal(words);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toContain(told);
    expect(err).toMatch(/^anneal: .*\n$/);
  });

  it("is told before anything is written", async () => {
    const path = to("new.csv");
    expect(await anneal(["plot", PLAN, ...RUN, "-o", path, "--title", "x"])).toMatchObject({ code: 2 });
    expect(existsSync(path)).toBe(false);
    expect(await anneal(["plot", PLAN, ...RUN, "-o", path])).toMatchObject({ code: 0 });
    expect(existsSync(path)).toBe(true);
  });
});
