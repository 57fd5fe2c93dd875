import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "anneal";
import { afterAll, describe, expect, it } from "vitest";
import { anneal } from "./fakeIo.ts";

const folder = mkdtempSync(join(tmpdir(), "unread-"));
afterAll(() => rmSync(folder, { recursive: true }));

const PLAN = "linear({from: 0.1, to: 0, over: 1000})";
const rate = (step: number) => 0.1 * (1 - step / 1000);
const rows = Array.from({ length: 100 }, (_, row) => 10 * row);

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** A table with a row for every tenth step. */
function table(name: string, row: (step: number) => string, header = "step,lr"): string {
  return file(name, `${header}\n${rows.map((step) => `${row(step)}\n`).join("")}`);
}

const auditOf = (log: string, ...flags: string[]) => anneal(["audit", PLAN, log, "--steps", "1000", ...flags]);

describe("a log that cannot all be read", () => {
  it("does not agree where less than half was compared, and says so where some was not", async () => {
    const broken = (at: number) =>
      table(
        `broken ${at}.csv`,
        (step) => `${step},${step === at ? "x".repeat(5 * 2 ** 20) : "a"},${rate(step)}`,
        "step,note,lr",
      );
    const most = await auditOf(broken(400));
    expect([most.code, most.out]).toEqual([
      1,
      expect.stringContaining("the 40 rows that were read agree, but about 59"),
    ]);
    expect(JSON.parse((await auditOf(broken(400), "--json")).out)).toMatchObject({
      verdict: "unknown",
      log: { unread: 59 },
    });
    const some = await auditOf(broken(800));
    expect([some.code, some.out]).toEqual([
      0,
      expect.stringContaining("agrees to rounding; about 19 rows were not read"),
    ]);
    const one = await auditOf(broken(970));
    expect([one.code, one.out]).toEqual([0, expect.stringMatching(/agrees to rounding\n/)]);
  });

  it("is less sure of a bug", async () => {
    const { code, out } = await auditOf(table("negative.csv", (step) => `${step - 500},${rate(step)}`));
    expect([code, out]).toEqual([1, expect.stringContaining("about 50 rows were not read")]);
    expect(out).toMatch(/confidence +4\d(?:\.\d)? %/);
  });
});

describe("a log with rates or steps that are none", () => {
  it("differs where a rate is infinite, however that is written", async () => {
    const logs = [
      table("inf.csv", (step) => `${step},${step === 500 ? "inf" : rate(step)}`),
      table("large.csv", (step) => `${step},${step === 500 ? "1e999" : rate(step)}`),
      file("inf.jsonl", rows.map((k) => `{"step": ${k}, "lr": ${k === 500 ? "Infinity" : rate(k)}}\n`).join("")),
      file("inf.json", `[${rows.map((k) => `{"step":${k},"lr":${k === 500 ? "-Infinity" : rate(k)}}`).join()}]`),
    ];
    for (const log of logs) {
      const { code, out } = await auditOf(log);
      expect([code, out], log).toEqual([
        1,
        expect.stringContaining("differs: 1 row has an infinite rate, the first at step 500"),
      ]);
    }
    const all = await auditOf(table("all.csv", (step) => `${step},inf`));
    expect([all.code, all.err]).toEqual([2, expect.stringContaining("at least one finite rate, received Infinity")]);
    const scaled = await auditOf(table("scaled.csv", (step) => `${step},${step === 500 ? "inf" : 8 * rate(step)}`));
    expect(scaled.out.replaceAll(/\s+/g, " ")).toContain("8 times the plan's; 1 row has an infinite rate");
  });

  it("is refused where its steps are times", async () => {
    for (const [from, what] of [
      [1.7e9, "a time in seconds"],
      [1.7e12, "a time in milliseconds"],
      [1.7e15, "a time in microseconds"],
      [9e15, "more than a run has updates"],
    ] as const) {
      const { code, err } = await auditOf(table(`${from}.csv`, (step) => `${from + step},${rate(step)}`));
      expect([code, err]).toEqual([2, expect.stringContaining(`step begins at ${from}, which is ${what}: name`)]);
    }
  });

  it("is read where its steps have commas between thousands, and no fraction of an epoch", async () => {
    const twice = (step: number) => `"${(10 * step).toLocaleString("en-US")}",${rate(step)}`;
    const { code, err } = await anneal(["audit", "linear({from: 0.1, to: 0, over: 10000})", table("many.csv", twice)]);
    expect([code, err]).toEqual([
      0,
      expect.stringContaining("a comma in the steps is taken for one between thousands"),
    ]);
    const epochs = await auditOf(table("epochs.csv", (step) => `"${step / 10},000",${rate(step)}`, "epoch,lr"));
    expect([epochs.code, epochs.err]).toEqual([2, expect.stringContaining("numbers with a decimal point")]);
  });

  it("is read row by row where quotes do not end", async () => {
    const log = table("quotes.csv", (step) => `${step},"a,${rate(step)}`, "step,note,lr");
    const { code, out, err } = await auditOf(log);
    expect([code, out]).toEqual([0, expect.stringMatching(/rows +100 compared of 100/)]);
    expect(err).toContain("quotes that end nowhere are taken for letters: 50, the first at line 2");
    const whole = await auditOf(table("notes.csv", (step) => `${step},"a ""b""\nc, d",${rate(step)}`, "step,note,lr"));
    expect([whole.code, whole.err]).toEqual([0, ""]);
  });

  it("has no group __proto__", async () => {
    const line = (step: number) => `{"step": ${step}, "lr": ${rate(step)}, "__proto__": {"lr": 5}}\n`;
    expect(await auditOf(file("proto.jsonl", rows.map(line).join("")))).toMatchObject({ code: 0, err: "" });
  });
});

describe("groups of one log", () => {
  it("are written alike: a short rate that never moves is no rounded one", async () => {
    const one = "linear({from: 0.001, to: 0.0005, over: 1000})";
    const alone = await anneal(["audit", one, table("alone.csv", (step) => `${step},0.001`)]);
    expect([alone.code, alone.out]).toEqual([1, expect.stringContaining("BUG: never scheduled")]);
    const program = {
      lr: [
        { kind: "linear", from: 0.1, to: 0, over: 1000 },
        { kind: "linear", from: 0.001, to: 0.0005, over: 1000 },
      ],
    };
    const plan = file("groups.json", JSON.stringify({ program, run: { steps: 1000 } }));
    const log = table("groups.csv", (step) => `${step},${rate(step)},0.001`, "step,lr_0,lr_1");
    const { code, out } = await anneal(["audit", plan, log]);
    expect([code, out]).toEqual([1, expect.stringContaining("lr, group 1: BUG: a group that was never scheduled")]);
  });
});

describe("a picture of a log", () => {
  it("begins where the log does", async () => {
    const log = file(
      "late.csv",
      `step,lr\n${rows
        .slice(10)
        .map((step) => `${step},${2 * rate(step)}\n`)
        .join("")}`,
    );
    const picture = join(folder, "late.svg");
    expect(await auditOf(log, "-o", picture)).toMatchObject({ code: 1 });
    const [plan, own] = [...readFileSync(picture, "utf8").matchAll(/<path d="M([\d.]+) /g)].map(([, x]) => Number(x));
    expect(own).toBeGreaterThan((plan as number) + 40);
  });
});

describe("a run of transformers 4", () => {
  it("has the updates that this version counts, where its log says so", async () => {
    const script = file(
      "train.py",
      "from transformers import TrainingArguments, Trainer\n" +
        "args = TrainingArguments('out', learning_rate=2e-4, num_train_epochs=3, per_device_train_batch_size=8, gradient_accumulation_steps=4)\n" +
        "Trainer(model, args).train()\n",
    );
    const facts = { samples: 1003, processes: 1, batchSize: 8, accumulate: 4, epochs: 3 } as const;
    const [five, four] = [run(facts).steps, run({ ...facts, lastAccumulation: "drop" }).steps];
    expect([five, four]).toEqual([96, 93]);
    const stateOf = (steps: number) => {
      const history = Array.from({ length: steps }, (_, k) => ({ step: k + 1, learning_rate: 2e-4 * (1 - k / steps) }));
      return file(`${steps}.json`, JSON.stringify({ log_history: history, max_steps: steps }));
    };
    const own = ["--set", "samples=1003", "--set", "processes=1"];
    const { code, err } = await anneal(["audit", script, stateOf(four), ...own]);
    expect([code, err]).toEqual([0, expect.stringContaining("the log's max_steps is 93, as transformers 4 counts")]);
    expect(err).not.toContain("nothing asks for");
    const other = await anneal(["audit", script, stateOf(48), ...own]);
    expect([other.code, other.err]).toEqual([1, expect.stringContaining("the plan is of 96 updates, and the log's")]);
  });
});
