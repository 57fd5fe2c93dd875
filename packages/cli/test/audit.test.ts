import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cosine, linear, type Plan, schedule, sequence } from "anneal";
import { afterAll, describe, expect, it } from "vitest";
import { withProgress } from "../src/commands/audit/progress.ts";
import { anneal } from "./fakeIo.ts";

const folder = mkdtempSync(join(tmpdir(), "audit-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array | object): string {
  const path = join(folder, name);
  const text = typeof content === "string" || content instanceof Uint8Array ? content : JSON.stringify(content);
  writeFileSync(path, text);
  return path;
}

const RUN = { base: 0.001, steps: 1000 };
const PLAN: Plan = sequence(linear({ from: 0, to: "1x", over: 100 }), cosine({ from: "last", to: 0, over: "rest" }));
const rate = schedule(PLAN, RUN);
const plan = file("plan.json", { program: { lr: PLAN }, run: RUN });
const open = file("open.json", PLAN);

/** A table of what a run logged. */
function table(at: (step: number) => number, every = 5, header = "step,lr"): string {
  const rows = Array.from({ length: 1000 / every }, (_, i) => `${i * every},${at(i * every)}\n`);
  return `${header}\n${rows.join("")}`;
}

const good = file("good.csv", table(rate));
const byProcess = file(
  "processes.csv",
  table((step) => rate(4 * step)),
);

describe("anneal audit", () => {
  it("says that a log agrees", async () => {
    const { code, out, err } = await anneal(["audit", plan, good]);
    expect([code, err]).toEqual([0, ""]);
    expect(out.split("\n").slice(0, 3).join("\n")).toBe(`plan  plan.json\nlog   ${good}: csv\n`);
    expect(out).toMatch(/^lr: agrees to rounding$/m);
    expect(out).toMatch(/^ {2}rows {8}200 compared of 200/m);
  });

  it("names a bug, shows it and says how to mend it", async () => {
    const { code, out } = await anneal(["audit", plan, byProcess, "--processes", "4"]);
    expect(code).toBe(1);
    expect(out).toMatch(/^lr: BUG: stepped once for each process/m);
    for (const name of ["confidence", "evidence", "mend", "deviation", "rows"]) {
      expect(out).toMatch(new RegExp(`^ {2}${name} +\\S`, "m"));
    }
    expect(out).toMatch(/[\u2801-\u28ff]{5}/);
  });

  it("says that it knows no bug that makes such a log", async () => {
    const log = file(
      "other.csv",
      table((step) => 0.0003 * (1 + Math.sin(step / 7) ** 3)),
    );
    const { code, out } = await anneal(["audit", plan, log]);
    expect(code).toBe(1);
    expect(out).toContain("lr: differs and no known signature fits: max deviation");
  });

  it("has one shape as JSON", async () => {
    const { code, out, err } = await anneal(["audit", plan, byProcess, "--processes", "4", "--json"]);
    expect([code, err]).toEqual([1, ""]);
    const { verdict, series, log, ...rest } = JSON.parse(out);
    expect(verdict).toBe("bug");
    expect(log).toMatchObject({ format: "csv", problems: [], problemCount: 0 });
    expect(series).toHaveLength(1);
    expect(series[0]).toMatchObject({ name: "lr", key: "lr", group: null, clock: "update", stepColumn: "step" });
    expect(series[0]).toMatchObject({ verdict: "bug", bug: { name: "steppedPerProcess" }, convention: null });
    expect(series[0].rows).toMatchObject({ given: 200, used: 200 });
    expect(Object.keys(rest).sort()).toEqual(["notes", "onlyInLog", "onlyInPlan", "plan"]);
  });

  it("takes what the source does not say from the log, and says so", async () => {
    const records = Array.from({ length: 100 }, (_, i) => ({ step: 10 * i, learning_rate: rate(10 * i) }));
    const state = file("trainer_state.json", { max_steps: 1000, num_train_epochs: 4, log_history: records });
    const { code, err } = await anneal(["audit", open, state, "--base", "0.001"]);
    expect(code).toBe(0);
    expect(err).toContain("note: --steps 1000 is taken from the log's max_steps\n");
    expect(await anneal(["audit", open, good, "--base", "0.001"])).toMatchObject({ code: 2, out: "" });
    const other = await anneal(["audit", open, state, "--base", "0.001", "--steps", "2000"]);
    expect(other.err).toContain("the plan is of 2000 updates, and the log's max_steps is 1000\n");
    // The source may come from a pipe, and is read once.
    expect((await anneal(["audit", "-", state, "--base", "0.001"], { stdin: JSON.stringify(PLAN) })).code).toBe(0);
  });

  it("compares group by group", async () => {
    const lines = Array.from({ length: 200 }, (_, i) => `${5 * i},${rate(5 * i)},${0.1 * rate(10 * i)}\n`);
    const log = file("groups.csv", `step,lr/group0,lr/group1\n${lines.join("")}`);
    const groups = file("groups.json", { program: { lr: [PLAN, PLAN] }, run: RUN, bases: [0.001, 0.0001] });
    const all = await anneal(["audit", groups, log]);
    expect(all.code).toBe(1);
    expect(all.out).toMatch(/^lr, group 0: agrees/m);
    expect(all.out).toMatch(/^lr, group 1: (?:BUG|probably)/m);
    expect((await anneal(["audit", groups, log, "--group", "0"])).code).toBe(0);
    expect((await anneal(["audit", groups, log, "--group", "2"])).err).toBe(
      "anneal: --group 2: expected a group from 0 to 1\n",
    );
    const one = await anneal(["audit", groups, good]);
    expect(one.err).toContain("the log has one lr and the plan 2 groups: group 0 is compared; --group takes another");
    expect(one.err).toContain("lr, group 1: only in the plan");
  });

  it("reads standard input, and the columns and the clock that are asked for", async () => {
    const stdin = table(rate, 5, "when,eta");
    const asked = ["--column", "eta", "--step-column", "when", "--format", "csv"];
    expect((await anneal(["audit", plan, "-", ...asked], { stdin })).code).toBe(0);
    expect((await anneal(["audit", plan, "-"], { stdin })).err).toBe(
      "standard input: expected a column of rates, such as lr or learning_rate, received columns when, eta\n",
    );
    const epochs = await anneal(["audit", plan, good, "--clock", "epoch", "--steps-per-epoch", "1"]);
    expect(epochs.code).toBe(0);
  });

  it("counts epochs with a plan of epochs, and needs their length for one of updates", async () => {
    const log = file("epochs.csv", "epoch,lr\n0,0\n0.5,0.00005\n1,0.0001\n");
    const steps = await anneal(["audit", plan, log]);
    expect(steps).toMatchObject({ code: 2, out: "" });
    expect(steps.err).toBe("anneal: say --steps-per-epoch: the log counts epochs, and the plan updates\n");
    const placed = await anneal(["audit", plan, log, "--steps-per-epoch", "10"]);
    expect(placed).toMatchObject({ code: 0 });
    const whole = file("whole.csv", table(rate, 1, "epoch,lr"));
    expect(await anneal(["audit", plan, whole])).toMatchObject({
      code: 0,
      err: "note: the log counts epochs, and a step of the plan is taken for one; --steps-per-epoch places updates\n",
    });
  });

  it("counts rows that are too many to keep, where there is no step", async () => {
    const run = { base: 0.1, steps: 600_000 };
    const long = schedule(PLAN, run);
    const stdin = `loss,lr\n${Array.from({ length: 300_000 }, (_, i) => `1,${long(2 * i)}\n`).join("")}`;
    const { code, err } = await anneal(["audit", file("long.json", { program: { lr: PLAN }, run }), "-"], { stdin });
    expect(err).toContain("note: lr: 300000 rows, of which 150001 were kept, about one in 2");
    expect(code).toBe(0);
  });

  it("writes a picture as well", async () => {
    for (const name of ["a.svg", "a.png"]) {
      const { code } = await anneal(["audit", plan, byProcess, "--processes", "4", "-o", join(folder, name)]);
      expect(code).toBe(1);
    }
    const svg = readFileSync(join(folder, "a.svg"), "utf8");
    expect(svg).toContain("lr: stepped once for each process");
    expect(svg).toContain("lr: log");
    expect(readFileSync(join(folder, "a.png")).subarray(1, 4).toString()).toBe("PNG");
    const twice = (step: number) => rate(2 * (step < 150 ? step : step - 150));
    const both = ["audit", plan, file("both.csv", table(twice)), "-o", join(folder, "both.svg")];
    expect((await anneal(both)).code).toBe(1);
    expect(readFileSync(join(folder, "both.svg"), "utf8")).toContain(
      "lr: differs by two bugs at once: stepped twice for each update; and restarted on resume",
    );
    await anneal([...both, "--lang", "zh"]);
    expect(readFileSync(join(folder, "both.svg"), "utf8")).toContain(
      "lr: 不同，同时有两个错误：每次更新前进两步；以及恢复时从头开始",
    );
    expect((await anneal(["audit", plan, good, "-o", "a.pdf"])).err).toBe(
      "anneal: --output a.pdf: expected a name that ends with .svg or .png\n",
    );
  });

  it.each([40, 80, 120])("fits into %i columns", async (columns) => {
    const { out } = await anneal(["audit", plan, byProcess, "--processes", "4"], { columns });
    const lines = out.split("\n").filter((line) => !line.includes(folder));
    expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(columns);
  });

  it.each([
    ["no file", ["nowhere.csv"], /^anneal: nowhere\.csv: there is no such file\n$/],
    ["a folder", [folder], /^anneal: .*: it is a folder; a log in it: .*trainer_state\.json/],
    ["an archive", [file("x.gz", Buffer.from([0x1f, 0x8b, 8, 0]))], /x\.gz: expected a log: .*received a gzip archive/],
    [
      "decimal commas",
      [file("comma.csv", "step;lr\n0;0,1\n")],
      /comma\.csv: line 2: expected numbers with a decimal point/,
    ],
    ["no such column", [good, "--column", "rate"], /good\.csv: expected a column rate, received columns step, lr\n$/],
    [
      "no such format",
      [good, "--format", "xml"],
      /--format xml: expected one of csv, jsonl, json, console, tensorboard/,
    ],
    ["a bad count", [good, "--processes", "0"], /--processes: expected a whole number from 1/],
    ["too much", [good, good], /too many arguments|takes one source/],
  ])("tells %s in one line", async (_, words, expected) => {
    const { code, out, err } = await anneal(["audit", plan, ...words]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(expected);
    expect(err.split("\n")).toHaveLength(2);
  });

  it("tells what is wrong in a log, and audits the rest", async () => {
    const log = file("broken.csv", table(rate).replace("\n50,", "\nfifty,").concat("1001"));
    const { code, out, err } = await anneal(["audit", plan, log]);
    expect([code, /agrees/.test(out)]).toEqual([0, true]);
    expect(err).toContain('broken.csv: line 12: expected a number in step, received "fifty"\n');
    expect(err).toContain("note: the last row is cut off: line 202 was not read\n");
  });

  it("tells a terminal how far a long reading is, and how long it will take", async () => {
    const told: string[] = [];
    let time = 0;
    async function* chunks() {
      for (let i = 0; i < 10; i++) {
        time += 500;
        yield new Uint8Array(1e6);
      }
    }
    const io = { progress: (text: string) => void told.push(text), say: (text: string) => text };
    for await (const _ of withProgress(chunks(), 10e6, io, () => time));
    expect(told[0]).toBe("reading the log: 40 % of 10 MB, 3 s left");
    expect(told.at(-1)).toBe("");
    told.length = 0;
    for await (const _ of withProgress(chunks(), undefined, { say: io.say }, () => time));
    expect(told).toEqual([]);
  });
});

const climb = (over: number, from: number | string = 0) => ({ kind: "linear", from, to: "1x", over });
const parts = (...list: readonly object[]) => ({ kind: "sequence", parts: list });
const warmupCosine = (steps: number) =>
  parts(climb(steps / 10), { kind: "cosine", from: "1x", to: "0.05x", over: 0.9 * steps });
const warmupLinear = (steps: number) =>
  parts(climb(steps / 10), { kind: "linear", from: "1x", to: 0, over: 0.9 * steps });
const trainer = (epochs: number) =>
  `from transformers import TrainingArguments
args = TrainingArguments(output_dir="out", learning_rate=2e-4, lr_scheduler_type="cosine", warmup_ratio=0.06, num_train_epochs=${epochs})
`;
const printed = `from transformers import TrainingArguments
args = TrainingArguments(output_dir="out", learning_rate=5e-5, lr_scheduler_type="linear", warmup_steps=20, max_steps=200)
`;
const keras = parts(
  { kind: "linear", from: "0.2x", to: "1.2x", over: 5 },
  { kind: "exponential", from: "1x", factor: 0.9, every: 1 },
);
const oneCycle = parts(
  { kind: "cosine", from: "0.04x", to: "1x", over: 90, inclusive: true },
  { plan: { kind: "cosine", from: "1x", to: "0.000004x", over: "rest", inclusive: true }, until: 300 },
);
const wsd = parts(
  climb(100),
  { kind: "constant", value: "1x", over: 700 },
  { kind: "linear", from: "1x", to: 0, over: 200 },
);
const multiStep = { kind: "piecewise", from: "1x", at: [80, 140, 180], to: ["0.1x", "0.01x", "0.001x"] };
const exponential = { kind: "exponential", from: "1x", factor: 0.950119, every: 1 };

/** Each sample, with the plan that its run was made by (parity/audit/samples.py). */
const SAMPLES: Readonly<
  Record<
    string,
    readonly [plan: object | string, base: readonly number[], steps: number | undefined, flags?: readonly string[]]
  >
> = {
  "loop.csv": [warmupCosine(600), [0.01], 600],
  "resumed.csv": [warmupLinear(500), [0.05], 500],
  "groups.csv": [warmupLinear(400), [0.01, 0.001], 400],
  "epochs.tsv": [exponential, [0.1], 90],
  "nested.jsonl": [wsd, [0.003], 1000],
  "flat.jsonl": [oneCycle, [0.1], 300],
  "records.json": [{ kind: "cosineWave", from: "1x", to: 0, over: 240 }, [0.02], 240],
  "trainer_state.json": [trainer(3), [], undefined],
  "trainer.stdout.log": [printed, [], undefined, ["--steps-per-epoch", "100"]],
  "lightning.csv": [warmupCosine(400), [0.003], 400],
  "events.out.tfevents.torch": [warmupLinear(400), [0.01], 400],
  "events.out.tfevents.tensor": [warmupLinear(400), [0.01], 400],
  "events.out.tfevents.groups": [multiStep, [0.1, 0.02], 200],
  "keras.csv": [keras, [0.05], 30],
  "keras.history.json": [keras, [0.05], 30],
  "wandb.chart.csv": [warmupCosine(800), [0.0003], 800],
  "wandb.history.csv": [warmupCosine(800), [0.0003], 800],
  "wandb.history.jsonl": [warmupCosine(800), [0.0003], 800],
  "wandb.records.json": [warmupCosine(800), [0.0003], 800],
};

const samples = new URL("../../readers/test/logs/samples/", import.meta.url);
const logOf = (name: string) => fileURLToPath(new URL(name, samples));

function sourceOf(plan: object | string, bases: readonly number[], steps: number | undefined): string {
  if (typeof plan === "string") return file("train.py", plan);
  const run = { base: bases[0], ...(steps === undefined ? {} : { steps }) };
  return file("sample.json", { program: { lr: plan }, run, ...(bases.length > 1 ? { bases } : {}) });
}

describe("a log that a tool really wrote", () => {
  it("is here, of every tool", () => {
    const names = readdirSync(samples).filter((name) => !name.endsWith(".expected.json"));
    expect(names.filter((name) => !(name in SAMPLES))).toEqual(["trainer_state.resumed.json"]);
  });

  it.each(Object.entries(SAMPLES))(
    "agrees with the plan that made it: %s",
    async (name, [plan, bases, steps, flags = []]) => {
      const { code, out, err } = await anneal(["audit", sourceOf(plan, bases, steps), logOf(name), ...flags]);
      expect(out + err).toMatch(/agrees/);
      expect(code).toBe(0);
    },
  );

  it.each(["loop.csv", "wandb.chart.csv", "events.out.tfevents.torch", "lightning.csv"])(
    "does not agree with another plan: %s",
    async (name) => {
      const [plan, [base = 0], steps = 0] = SAMPLES[name] as (typeof SAMPLES)[string];
      const { code } = await anneal([
        "audit",
        sourceOf(plan, [base], steps),
        logOf(name),
        "--base",
        String(base * 1.5),
      ]);
      expect(code).toBe(1);
    },
  );

  it("tells that a resumed run was planned anew: trainer_state.resumed.json", async () => {
    const { code, out } = await anneal([
      "audit",
      file("train.py", trainer(3)),
      logOf("trainer_state.resumed.json"),
      "--steps",
      "240",
    ]);
    expect(code).toBe(1);
    expect(out).toMatch(/rescaled|another total|resume/);
  });
});
