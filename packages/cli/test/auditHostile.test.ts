import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { linear, schedule } from "anneal";
import { afterAll, describe, expect, it } from "vitest";
import { anneal } from "./fakeIo.ts";

const folder = mkdtempSync(join(tmpdir(), "audit-hostile-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | object): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

const PLAN = linear({ from: 0.1, to: 0, over: 100 });
const rate = schedule(PLAN, {});
const plan = file("plan.json", { program: { lr: PLAN }, run: { steps: 100 } });
const steps = Array.from({ length: 100 }, (_, step) => step);

/** A table with a column for each rate. */
function table(...rates: readonly ((step: number) => number | string)[]): string {
  const names = rates.length === 1 ? "lr" : rates.map((_, i) => `lr/group${i}`).join();
  return `step,${names}\n${steps.map((step) => `${step},${rates.map((at) => at(step)).join()}\n`).join("")}`;
}

const log = file("log.csv", table(rate));
const trainer = file(
  "train.py",
  "import torch\noptimizer = torch.optim.SGD([], lr=0.1)\ns = torch.optim.lr_scheduler.StepLR(optimizer, 30)\n",
);
const lines = (text: string) => text.split("\n").filter(Boolean);

describe("a schedule and a log in each other's place", () => {
  const state = file("trainer_state.json", { log_history: steps.map((step) => ({ step, learning_rate: rate(step) })) });
  it.each([
    ["a table and a plan", log, plan, /log\.csv: it is a log, and the schedule comes first/],
    ["records and a script", state, trainer, /trainer_state\.json: it is a log, and the schedule comes first/],
    ["two plans", plan, plan, /plan\.json: it is a schedule, and the log comes second/],
    ["two scripts", trainer, trainer, /train\.py: it is a schedule, and the log comes second/],
    ["a plan alone", plan, file("open.json", PLAN), /open\.json: it is a schedule, and the log comes second/],
  ])("%s", async (_, source, second, expected) => {
    const { code, out, err } = await anneal(["audit", source, second, "--steps", "100"]);
    expect([code, out, lines(err).length]).toEqual([2, "", 1]);
    expect(err).toMatch(expected);
  });

  it("is not said of what is neither", async () => {
    const text = file("notes.txt", "Once upon a time\n");
    expect((await anneal(["audit", text, log])).err).toContain("expected a schedule");
    expect((await anneal(["audit", plan, text])).err).toContain("received neither a table nor records");
  });
});

describe("flags are checked before the log is read", () => {
  it.each([
    [["--processes", "1.5"], "--processes: expected a whole number from 1, received 1.5"],
    [["--accumulate", "-1"], "--accumulate: expected a whole number from 1, received -1"],
    [["--group", "0.5"], "--group: expected a whole number from 0, received 0.5"],
    [["--tolerance", "2"], "--tolerance: expected a number from 0 to 0.5, received 2"],
    [["--width", "5"], "--width: expected a number from 20 to 1000, received 5"],
    [["--height", "1"], "--height: expected a number from 4 to 200, received 1"],
    [["-o", join("none", "x.svg")], `${join("none", "x.svg")}: there is no such folder`],
    [["-o", join(log, "x.svg")], `${join(log, "x.svg")}: there is no such folder`],
  ])("%j", async (flags, message) => {
    expect(await anneal(["audit", plan, "nowhere.csv", ...flags])).toEqual({
      code: 2,
      out: "",
      err: `anneal: ${message}\n`,
    });
  });
});

describe("a log of several series", () => {
  it("names the group that was never scheduled beside the others", async () => {
    const { code, out } = await anneal([
      "audit",
      plan,
      file(
        "flat.csv",
        table(rate, () => 0.1),
      ),
    ]);
    expect(code).toBe(1);
    expect(out).toMatch(/^lr, group 0: agrees/m);
    expect(out).toMatch(/^lr, group 1: BUG: a group that was never scheduled:[^:]*, while lr, group 0 moves/m);
  });

  it("of which the same is to be said says it once, and draws it once", async () => {
    const many = Array.from({ length: 200 }, (_, i) => (step: number) => rate(step) * (1 + (i % 2)));
    const { code, out, err } = await anneal(["audit", plan, file("many.csv", table(...many))]);
    expect([code, err]).toEqual([1, ""]);
    expect(out.match(/^lr, groups? /gm)).toHaveLength(2);
    expect(out).toMatch(/^lr, groups 0, 2, 4, /m);
    expect(out.match(/━ log$/gm)).toHaveLength(1);
    const { series } = JSON.parse((await anneal(["audit", plan, join(folder, "many.csv"), "--json"])).out);
    expect(series).toHaveLength(200);
  });

  it("draws only some where each is another", async () => {
    const many = Array.from({ length: 12 }, (_, i) => (step: number) => rate(step) * (2 + i));
    const { out, err } = await anneal(["audit", plan, file("dozen.csv", table(...many))]);
    expect(out.match(/BUG: all rates times a factor/g)).toHaveLength(12);
    expect(out.match(/━ log$/gm)).toHaveLength(8);
    expect(err).toBe("note: 4 more series are not drawn: --column or --group takes one\n");
  });

  it("names some of those that only the log has", async () => {
    const groups = file("groups.json", { program: { lr: [PLAN, PLAN] }, run: { steps: 100 } });
    const { err } = await anneal(["audit", groups, file("ten.csv", table(...Array.from({ length: 10 }, () => rate)))]);
    expect(err.match(/only in the log/g)).toHaveLength(7);
    expect(err).toContain("\nnote: 2 more: only in the log\n");
    expect((await anneal(["audit", groups, log])).out).toMatch(/^lr, group 0: agrees/m);
  });

  it("leaves out what is NaN in all rows, and is refused where nothing is left", async () => {
    const one = await anneal([
      "audit",
      plan,
      file(
        "half.csv",
        table(rate, () => "nan"),
      ),
    ]);
    expect(one.code).toBe(0);
    expect(one.err).toContain("note: lr/group1: it is NaN in all rows\n");
    const none = await anneal([
      "audit",
      plan,
      file(
        "nan.csv",
        table(() => "nan"),
      ),
    ]);
    expect(none).toEqual({
      code: 2,
      out: "",
      err: "anneal: the log has no number to compare: lr: it is NaN in all rows\n",
    });
  });
});

describe("what cannot be audited", () => {
  it("is a rate that follows a metric", async () => {
    const text =
      "import torch\nfrom torch.optim.lr_scheduler import ReduceLROnPlateau\nopt = torch.optim.SGD([], lr=0.1)\n";
    const { code, err } = await anneal([
      "audit",
      file("plateau.py", `${text}s = ReduceLROnPlateau(opt, patience=3)\n`),
      log,
    ]);
    expect(code).toBe(2);
    expect(err).toMatch(/^anneal: plateau\.py: its rate follows a metric.*ReduceLROnPlateau is a controller/);
    expect(lines(err)).toHaveLength(1);
  });

  it("is a column that is not there, beside one that is", async () => {
    const { code, err } = await anneal(["audit", plan, log, "--column", "lr", "--column", "rate"]);
    expect([code, err]).toEqual([2, `${log}: expected a column rate, received columns step, lr\n`]);
  });

  it("is a folder, even one that is called like a plan", async () => {
    const path = join(folder, "folder.json");
    mkdirSync(path);
    expect((await anneal(["audit", plan, path])).err).toBe(`anneal: ${path}: it is a folder\n`);
    expect((await anneal(["audit", path, log])).err).toBe(`anneal: ${path}: it is a folder\n`);
  });
});

it("tells the first of many problems, and how many there are", async () => {
  const { code, err } = await anneal([
    "audit",
    plan,
    file(
      "words.csv",
      table((step) => (step % 2 ? rate(step) : "word")),
    ),
  ]);
  expect([code, lines(err).length]).toEqual([0, 6]);
  expect(err).toMatch(/words\.csv: and 45 more\n$/);
});

it("steps that no run reaches are passed over", async () => {
  const huge = steps.map((step) => `${step}e300,${rate(step)}\n`).join("");
  const { code, out, err } = await anneal(["audit", plan, file("huge.csv", `step,lr\n${huge}`)]);
  expect([code, err]).toEqual([1, expect.stringContaining("rows without a step from 0 were passed over: 99")]);
  expect(out).toContain("lr: the 1 row that was read agrees, but about 99 rows were not read\n");
});
