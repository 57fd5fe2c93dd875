import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { linear, Scheduler, type SchedulerState } from "anneal";
import { afterAll, describe, expect, it } from "vitest";
import { anneal } from "./fakeIo.ts";

const folder = mkdtempSync(join(tmpdir(), "resume-hostile-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

const LINE = "linear({from: '1x', to: 0, over: 'rest'})";
const RUN = ["--base", "0.1", "--steps", "1000", "--at", "500"];
const lines = (text: string) => text.split("\n").filter(Boolean);

function savedState(): SchedulerState {
  const plan = linear({ from: "1x", to: 0, over: "rest" });
  const one = new Scheduler({ paramGroups: [{ lr: 0.1 }] }, { lr: plan }, { steps: 1000 });
  one.seek(500);
  return one.state();
}

describe("a change that cannot be", () => {
  it.each([
    ["lr=0.1", "did you mean base=…?"],
    ["batchSize=64", "did you mean batch=…?"],
    ["stepsPerEpoch=64", "did you mean steps-per-epoch=…?"],
    ["epoch=5", "did you mean epochs=…?"],
    ["__proto__=5", "--with __proto__=5: expected one of steps=…"],
    ["steps=200.5", "--with steps=200.5: expected a whole number of updates, up to 2 ** 53, received 200.5"],
    ["steps=1e300", "--with steps=1e300: expected a whole number of updates"],
    ["batch=1e-300x", "--with batch=1e-300x: expected a whole number of updates"],
    ["batch=0x", "expected a number above 0 or a factor such as 2x"],
    ["base=-1", "expected a number or a factor such as 2x"],
  ])("%s", async (change, message) => {
    const { code, out, err } = await anneal(["resume", LINE, ...RUN, "--with", change]);
    expect([code, out, lines(err).length]).toEqual([2, "", 1]);
    expect(err).toContain(message);
  });

  it("leaves a run of one update at least", async () => {
    const { code, err } = await anneal(["resume", LINE, ...RUN, "--with", "batch=1e300x"]);
    expect(code).toBe(0);
    expect(err).toContain("the same data are 1 updates instead of 1000");
  });

  it("says where a base changes nothing", async () => {
    const note = "--with base changes nothing";
    const fixed = await anneal(["resume", "constant({value: 0.1})", ...RUN, "--with", "base=2x"]);
    expect(fixed.err).toContain(note);
    expect((await anneal(["resume", LINE, ...RUN, "--with", "base=2x"])).err).not.toContain(note);
  });

  it("says nothing of samples that nobody counted", async () => {
    const { out } = await anneal(["resume", LINE, ...RUN, "--with", "batch=2x"]);
    expect(out).toContain("\n500 updates are 250 of the new run\n");
  });
});

describe("a flag that cannot be", () => {
  it.each([
    [["--rewarm", "abc"], "--rewarm abc: expected a time"],
    [["--rewarm-from", "-5"], "--rewarm-from -5: expected a level"],
    [["--width", "3"], "--width: expected a number from 20 to 1000, received 3"],
    [["--height", "tall"], '--height: expected a number, received "tall"'],
    [["--at", "-5"], "--at -5: expected a time"],
    [["--at", "3parsecs"], "--at 3parsecs: expected a time"],
    [["--at", "101%"], "--at 101%: the run ends after 1000 updates"],
  ])("%j", async (flags, message) => {
    const { code, out, err } = await anneal(["resume", LINE, ...RUN, "--with", "steps=2000", ...flags]);
    expect([code, out, lines(err).length]).toEqual([2, "", 1]);
    expect(err).toContain(message);
  });
});

describe("a policy that cannot apply", () => {
  const NOISE = "noise({plan: linear({from: 0.1, to: 0.001, over: 1000})})";
  const REFUSED =
    'extend: name: expected a plan that can be stretched (a function cannot: keep or replace it), received "timmNoise"';

  it("is refused in its own line, and the others are told", async () => {
    const { code, out } = await anneal(["resume", NOISE, ...RUN, "--with", "steps=2000"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^splice\*? +500 +2000 /m);
    expect(out.replace(/\s+/g, " ")).toContain(REFUSED);
  });

  it("is refused once where it is asked for alone", async () => {
    const words = ["resume", NOISE, ...RUN, "--with", "steps=2000", "--policy", "extend"];
    const err = `anneal: ${REFUSED}\n`;
    for (const more of [[], ["--json"], ["--emit", "state"], ["-o", join(folder, "never.json")]]) {
      expect(await anneal([...words, ...more])).toEqual({ code: 2, out: "", err });
    }
  });

  it("names the flag of a fact that it needs", async () => {
    const { out } = await anneal(["resume", "constant({value: 0.1})", "--at", "40", "--with", "batch=2x"]);
    expect(out).toMatch(/^rescale: --steps/m);
    expect(out).toMatch(/^splice: --with steps/m);
  });
});

describe("a state that is none", () => {
  const state = savedState();
  const changed = (changes: object) => ({ ...state, ...changes });
  it.each([
    [
      "bases of null",
      changed({ bases: null }),
      /:1:\d+: bases: expected an object with a list of base rates .*received null/,
    ],
    ["bases of a list", changed({ bases: [] }), /:1:\d+: bases: expected an object with .*received a list of 0/],
    ["no bases", changed({ bases: {} }), /:1:\d+: bases: expected an object with .*received an empty one/],
    ["a program of null", changed({ program: null }), /:1:\d+: program: expected an object with a plan/],
    ["a run of null", changed({ run: null }), /:1:\d+: run: expected an object of the run's facts, received null/],
    [
      "a run of no steps",
      changed({ run: {} }),
      /:1:\d+: program\.lr\.over: expected --steps, or run\.steps, to resolve it/,
    ],
    ["no version", changed({ version: undefined }), /: version: expected 1, received undefined/],
    ["another version", changed({ version: 2 }), /:1:\d+: version: expected 1, received 2/],
    [
      "a position before 0",
      changed({ position: -1 }),
      /:1:\d+: position: expected a finite number from 0, received -1/,
    ],
    ["a position of null", changed({ position: null }), /:1:\d+: position: expected a finite number from 0/],
    ["controllers of a text", changed({ controllers: "x" }), /:1:\d+: controllers: expected an object/],
    ["a text that is cut off", JSON.stringify(state).slice(0, -9), /:1:\d+: expected /],
  ])("%s", async (_, saved, expected) => {
    const path = file("state.json", saved);
    const { code, out, err } = await anneal(["resume", path, "--with", "steps=2000"]);
    expect([code, out]).toEqual([2, ""]);
    expect(lines(err)[0]?.startsWith(path)).toBe(true);
    expect(lines(err)[0]).toMatch(expected);
    expect(lines(err).length).toBeLessThanOrEqual(3);
  });

  it("has its missing facts said by flags, and may be another plan", async () => {
    const open = file("open.json", changed({ run: {} }));
    expect((await anneal(["resume", open, "--steps", "1000", "--with", "steps=2000"])).code).toBe(0);
    const whole = file("whole.json", state);
    const { code, out } = await anneal(["resume", LINE, ...RUN, "--with", `plan=${whole}`, "--with", "steps=2000"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^replace\*? +500 +2000 /m);
  });
});
