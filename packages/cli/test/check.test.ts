import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rules } from "anneal/check";
import { frameworks } from "anneal-readers";
import { afterAll, describe, expect, it } from "vitest";
import { mendOf } from "../src/commands/check/mends.ts";
import { placesInJson } from "../src/source/placesInJson.ts";
import { anneal } from "./fakeIo.ts";

const folder = mkdtempSync(join(tmpdir(), "anneal-check-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const TRAIN = file(
  "train.py",
  `import torch
from torch.optim.lr_scheduler import CosineAnnealingLR
from transformers import get_linear_schedule_with_warmup

optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
first = get_linear_schedule_with_warmup(optimizer, 500, 400)
second = CosineAnnealingLR(optimizer, T_max=90, eta_min=0.5)
third = get_linear_schedule_with_warmup(optimizer, 100, args.steps)
`,
);

const plan = {
  program: {
    lr: {
      kind: "sequence",
      parts: [
        { kind: "linear", from: 1e-6, to: "1x", over: 500 },
        { kind: "cosine", from: "last", to: 1e-6, over: 100 },
      ],
    },
    beta1: { kind: "linear", from: 0.9, to: 1.1, over: 50 },
  },
  run: { base: 0.1, steps: 5000 },
};
const PLAN = file("plan 1.json", JSON.stringify(plan, undefined, 2));
const SANE = "warmupCosine({warmup: 50, from: 1e-6})";
const FLAGS = ["--base", "0.01", "--steps", "400"];

describe("anneal check", () => {
  it("tells what is wrong, with its code, place, numbers and how to mend it", async () => {
    const { code, out, err } = await anneal(["check", "warmupCosine({warmup: 500})", ...FLAGS]);
    expect(code).toBe(1);
    expect(err).toBe("");
    expect(out).toMatch(/^argument: error AN001\n {2}in lr\.parts\[0\], at step 399\n/);
    expect(out).toContain("the warm-up takes 500 updates and the run has 400 updates");
    expect(out).toContain("  mend: warm up for fewer than 400 updates");
    expect(out).toMatch(/\n1 error in 1 schedule\n$/);
  });

  it("says so when there is nothing", async () => {
    expect(await anneal(["check", SANE, ...FLAGS])).toEqual({ code: 0, out: "no findings in 1 schedule\n", err: "" });
  });

  it("names the line of each schedule of a script, what the reader noted, and what is missing", async () => {
    const { code, out } = await anneal(["check", TRAIN]);
    expect(code).toBe(1);
    expect(out).toContain(`${TRAIN}:6:9: get_linear_schedule_with_warmup: error AN001\n`);
    expect(out).toContain(`${TRAIN}:7:10: CosineAnnealingLR: warning AN010\n`);
    expect(out).toContain(`${TRAIN}:7:10: CosineAnnealingLR: info AN900\n`);
    expect(out).toContain(`${TRAIN}:8:9: get_linear_schedule_with_warmup: info AN901\n  args.steps is not known`);
    expect(out).toMatch(/ in 2 schedules\n\nwithout --steps most rules are silent on 1 schedule of them\n$/);
  });

  it("checks what is missing once it is given", async () => {
    const { out } = await anneal([
      "check",
      TRAIN,
      "--set",
      "args.steps=1000",
      "--ignore",
      "AN001,AN006",
      "--ignore",
      "an010",
    ]);
    expect(out).not.toMatch(/AN901|AN001|AN006|AN010/);
    expect(out).toContain("in 3 schedules\n");
  });

  it("checks the others when the run lacks what one of them needs", async () => {
    const text = `from torch.optim.lr_scheduler import StepLR
from transformers import get_linear_schedule_with_warmup
a = StepLR(optimizer, 30)
b = StepLR(torch.optim.SGD(parameters, lr=0.1), 30, gamma=10)
`;
    const { code, out } = await anneal(["check", file("two.py", text), "--steps", "90"]);
    expect(code).toBe(0);
    expect(out).toContain("two.py:3:5: StepLR: info AN901\n");
    expect(out).toContain("two.py:4:5: StepLR: warning AN007\n");
    expect(out).toMatch(/in 1 schedule\n$/);
  });

  it("counts processes and micro-batches", async () => {
    const given = ["check", "cosine({from: '1x', to: 0, over: 10000})", "--base", "0.1", "--steps", "312"];
    expect((await anneal([...given, "--processes", "8", "--accumulate", "4"])).out).toContain("error AN015");
    expect((await anneal(given)).out).not.toContain("AN015");
  });

  it("makes warnings errors when it is strict", async () => {
    const given = ["check", "multiStep({milestones: [300, 500]})", ...FLAGS];
    const lax = await anneal(given);
    expect([lax.code, lax.out.includes("warning AN004")]).toEqual([0, true]);
    const strict = await anneal([...given, "--strict"]);
    expect([strict.code, strict.out.includes("error AN004")]).toEqual([1, true]);
  });

  it("takes several sources, and one of several schedules", async () => {
    const { out } = await anneal(["check", PLAN, TRAIN, "--json"]);
    expect(new Set(JSON.parse(out).findings.map(({ file }: { file: string }) => file))).toEqual(new Set([PLAN, TRAIN]));
    const { checked } = JSON.parse((await anneal(["check", TRAIN, "--pick", "CosineAnnealingLR", "--json"])).out);
    expect(checked).toBe(1);
  });

  it("keeps to the width of the terminal", async () => {
    const { out } = await anneal(["check", "warmupCosine({warmup: 500})", ...FLAGS], { columns: 40 });
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(40);
  });

  it("reads standard input", async () => {
    const { out, code } = await anneal(["check", "-", "--json"], { stdin: JSON.stringify(plan) });
    expect(code).toBe(1);
    expect(JSON.parse(out).findings[0]).toMatchObject({ source: "-", file: null, line: null });
  });
});

describe("the formats", () => {
  it("json has every finding, with the place of its path in a plan's own file", async () => {
    const { out } = await anneal(["check", PLAN, "--json"]);
    const report = JSON.parse(out);
    expect(report).toMatchObject({ checked: 1, withoutSteps: 0, errors: 1, warnings: 1, infos: 0 });
    expect(
      report.findings.map((one: Record<string, unknown>) => [one.code, one.severity, one.path, one.line, one.step]),
    ).toEqual([
      ["AN002", "warning", "lr.parts[1]", 12, 600],
      ["AN012", "error", "beta1", 20, 50],
    ]);
    expect((await anneal(["check", PLAN, "--format", "json"])).out).toBe(out);
  });

  it("github has one annotation a finding, and escapes what would end it", async () => {
    const { out } = await anneal(["check", PLAN, "--format", "github"]);
    const [first = "", second = ""] = out.split("\n");
    expect(first).toMatch(/^::warning file=.*plan 1\.json,line=12,col=9,title=AN002 lr\.parts\[1\]::/);
    expect(first).toContain("88 %25 of the run");
    expect(first).toContain("%0A");
    expect(second).toMatch(/^::error file=/);
  });

  it("sarif has what version 2.1.0 requires", async () => {
    const { out, code } = await anneal(["check", PLAN, TRAIN, "--format", "sarif"]);
    expect(code).toBe(1);
    const log = JSON.parse(out);
    expect(log.version).toBe("2.1.0");
    expect(log.runs).toHaveLength(1);
    const [{ tool, results }] = log.runs;
    expect(tool.driver.name).toBe("anneal");
    const ids = tool.driver.rules.map(({ id }: { id: string }) => id);
    expect(ids.slice(0, rules.length)).toEqual(rules.map(({ code }) => code));
    expect(results.length).toBeGreaterThan(4);
    for (const result of results) {
      expect(ids[result.ruleIndex]).toBe(result.ruleId);
      expect(["error", "warning", "note"]).toContain(result.level);
      expect(result.message.text).not.toBe("");
      const { artifactLocation, region } = result.locations[0].physicalLocation;
      expect(artifactLocation.uri).toMatch(/^file:\/\/\/[^ ]*\/(plan%201\.json|train\.py)$/);
      expect(region.startLine).toBeGreaterThan(0);
      expect(region.startColumn).toBeGreaterThan(0);
    }
  });

  it("sarif tells of each rule where it is explained", async () => {
    const { out } = await anneal(["check", PLAN, "--format", "sarif"]);
    const headings = readFileSync(new URL("../../../docs/check.md", import.meta.url), "utf8").match(/^## AN.*$/gm);
    const anchors = headings?.map((line) =>
      line
        .slice(3)
        .toLowerCase()
        .replaceAll(/[:,()']/g, "")
        .replaceAll(" ", "-"),
    );
    const told = JSON.parse(out).runs[0].tool.driver.rules.map(({ help }: { help: { text: string } }) => help.text);
    const linked = told.flatMap((text: string) => /#(\S+)$/.exec(text)?.[1] ?? []);
    expect(linked).toEqual(anchors);
  });

  it("sarif of a call has no file", async () => {
    const { out } = await anneal(["check", "warmupCosine({warmup: 500})", ...FLAGS, "--format", "sarif"]);
    expect(JSON.parse(out).runs[0].results[0].locations).toEqual([
      { logicalLocations: [{ fullyQualifiedName: "lr.parts[0]" }] },
    ]);
  });
});

describe("what cannot be done", () => {
  it.each([
    ["an unknown rule", [SANE, "--ignore", "AN999"], "--ignore AN999: expected one of AN001"],
    ["an unknown format", [SANE, "--format", "xml"], "--format xml: expected one of text, json, github, sarif"],
    ["half a process", [SANE, "--processes", "0.5"], "--processes: expected a whole number from 1"],
    ["no file", [join(folder, "no.py")], "no.py: there is no such file"],
    ["a run without what the plan needs", [SANE, "--steps", "400"], "say --base"],
  ])("%s is told in a line", async (_, words, told) => {
    const { code, err, out } = await anneal(["check", ...words]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(told);
  });

  it("a source of which nothing is known asks for it", async () => {
    const path = file(
      "unknown.py",
      "from transformers import get_linear_schedule_with_warmup\nget_linear_schedule_with_warmup(o, 5, args.n)\n",
    );
    const { code, err } = await anneal(["check", path]);
    expect(code).toBe(2);
    expect(err).toContain('--set "args.n=…"');
  });
});

describe("a mend", () => {
  const SCRIPT = `from transformers import get_cosine_schedule_with_warmup
s = get_cosine_schedule_with_warmup(optimizer, num_warmup_steps=500, num_training_steps=400)
`;
  const RUN = ["--steps", "400", "--base", "1"];
  it("is in the words of the source's framework", async () => {
    const { out } = await anneal(["check", "-", ...RUN], { stdin: SCRIPT });
    expect(out).toContain("mend: make warmup_steps or warmup_ratio less than the run is long");
    const own = await anneal(["check", "warmupCosine({warmup: 500})", ...RUN]);
    expect(own.out).toContain('such as "5%" of the run');
  });

  it.each([...frameworks.map(({ name }) => name), "of a kind that is not known"])(
    "of %s has none of the library's words",
    (name) => {
      if (name === "function") return;
      for (const { code } of rules) {
        const mend = mendOf({ code, mend: "a", text: "", path: "", severity: "error" }, name);
        expect(mend).not.toMatch(/"(?:rest|last|[\d.]+x|[\d.]+%)"|undefined/);
        expect(mendOf({ code, mend: "a", text: "", path: "", severity: "error" }, "anneal")).toBe("a");
      }
    },
  );

  it("and its finding have no long digits where a run ends within an epoch", async () => {
    const call = "cosine({from: 1, to: 0, over: 90})";
    const { out } = await anneal(["check", call, "--steps", "3333", "--steps-per-epoch", "37"], { columns: 200 });
    expect(out).toContain("and the run has 90.08 epochs of 37 updates");
  });
});

describe("a path's place in a JSON text", () => {
  it("is the entry's, or of what is around it", () => {
    const text = '{\n  "a": [\n    { "b": 1 },\n    {\n      "c": 2 }\n  ]\n}';
    expect(placesInJson(text)("a[1].c")).toEqual({ line: 5, column: 12 });
    expect(placesInJson(text)("a[1]", "c")).toEqual({ line: 5, column: 7 });
    expect(placesInJson(text)("a[0]")).toEqual({ line: 3, column: 5 });
    expect(placesInJson(text)("a[7].x")).toEqual({ line: 2, column: 8 });
    expect(placesInJson("")("a")).toEqual(undefined);
  });
});
