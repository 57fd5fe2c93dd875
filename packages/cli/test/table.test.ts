import { describe, expect, it } from "vitest";
import { anneal } from "./fakeIo.ts";

const STEPS = ["multiStep({milestones: [30, 60]})", "--base", "0.1", "--steps", "90"];
const WARMED = ["warmupCosine({warmup: 20})", "--base", "0.1", "--steps", "101", "--steps-per-epoch", "10"];

const json = async (...words: string[]) => JSON.parse((await anneal(["table", ...words, "--json"])).out);
const stepsOf = async (...words: string[]) => (await json(...words)).rows.map(({ step }: { step: number }) => step);

describe("the rows of anneal table", () => {
  it("are where the schedule begins, changes, jumps and ends, and round steps where it moves, unless they are chosen", async () => {
    expect(await stepsOf(...STEPS)).toEqual([0, 29, 30, 59, 60, 89]);
    expect(await stepsOf(...WARMED)).toEqual([0, 20, 40, 60, 80, 100]);
    expect(await stepsOf("warmupCosine({warmup: 7})", "--base", "1", "--steps", "100")).toEqual([
      0, 7, 10, 20, 30, 40, 50, 60, 70, 80, 90, 99,
    ]);
    expect(await stepsOf("constant({value: 1})", "--steps", "3")).toEqual([0, 2]);
    expect(await stepsOf("constant({value: 1})", "--steps", "1")).toEqual([0]);
    expect(await stepsOf("cosine({from: 1, to: 0, over: 123456})", "--steps", "123456")).toEqual([
      0, 20000, 40000, 60000, 80000, 100000, 120000, 123455,
    ]);
    const many = "repeat({plan: linear({from: 1, to: 0, over: 10})})";
    expect(await stepsOf(many, "--steps", "1000")).toEqual([0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 999]);
  });

  it("have one column for groups with the same values", async () => {
    const stdin = `import torch
opt = torch.optim.SGD([{"params": a}, {"params": b, "lr": 0.01}, {"params": c}], lr=0.1)
s = torch.optim.lr_scheduler.StepLR(opt, step_size=30)
`;
    const { out } = await anneal(["table", "-", "--steps", "90"], { stdin });
    expect(out.split("\n")[0]).toBe("step  lr 0, 2    lr 1");
    expect(JSON.parse((await anneal(["table", "-", "--steps", "90", "--json"], { stdin })).out).curves).toHaveLength(3);
  });

  it("tell changes in as many digits as it takes to tell them apart", async () => {
    const { out } = await anneal(["table", "warmupCosine({warmup: 5000000})", "--base", "3e-5", "--steps", "10000000"]);
    expect(out).toMatch(/5000000 {2}2\.999999e-5 {2}→ +3e-5/);
  });

  it("are of the run where a scheduler's own steps are not", async () => {
    const stdin = `import torch
opt = torch.optim.SGD(p, lr=0.1)
a = torch.optim.lr_scheduler.LinearLR(opt, 0.1, total_iters=5)
b = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=85)
s = torch.optim.lr_scheduler.SequentialLR(opt, [a, b], milestones=[5])
`;
    const { err } = await anneal(["table", "-", "--steps", "100"], { stdin });
    expect(err).toBe("note: -: CosineAnnealingLR rises again after step 90, where its T_max ends\n");
  });

  it("are steps, epochs, shares of the run, and the last", async () => {
    expect(await stepsOf(...WARMED, "--at", "0, 5,3ep,1.5 epochs,50%,100%,last,5")).toEqual([0, 5, 15, 30, 51, 100]);
    expect(await stepsOf(...WARMED, "--every", "2.5ep")).toEqual([0, 25, 50, 75, 100]);
    expect(await stepsOf(...WARMED, "--every", "50", "--at", "7")).toEqual([0, 7, 50, 100]);
  });

  it("have the values of the plan, and the epochs where they are known", async () => {
    const { rows } = await json(...WARMED, "--at", "10,20,60");
    expect(rows).toEqual([
      { step: 10, epoch: 1, values: [expect.closeTo(0.05, 12)] },
      { step: 20, epoch: 2, values: [0.1] },
      { step: 60, epoch: 6, values: [expect.closeTo(0.0515, 2)] },
    ]);
    expect((await json(...STEPS)).rows[0]).toEqual({ step: 0, values: [0.1] });
  });

  it.each([
    ["--at", "90", "the run has 90 steps, and the last is 89"],
    ["--at", "-1", "expected a time"],
    ["--at", "5x", "expected a time, such as 100, 5ep or 10%, or last"],
    ["--at", "2ep", "say it with --steps-per-epoch"],
    ["--every", "0", "expected a time above 0"],
    ["--every", "1e-9", "expected a time"],
  ])("refuse %s %s", async (flag, value, why) => {
    const { code, out, err } = await anneal(["table", ...STEPS, `${flag}=${value}`]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(why);
  });
});

describe("the summary of anneal table", () => {
  it("has peak, final value, area, and the share of every phase", async () => {
    const { curves } = await json("piecewise({from: 0, at: [1, 2, 5], to: [4, 1, 2]})", "--steps", "9");
    const [{ summary, changes }] = curves;
    expect(summary).toEqual({
      first: 0,
      peak: { value: 4, step: 1 },
      lowest: { value: 0, step: 0 },
      final: 2,
      area: 0 + 4 + 3 * 1 + 4 * 2,
      mean: 15 / 9,
      phases: { rising: 2 / 8, flat: 5 / 8, falling: 1 / 8 },
      every: 1,
    });
    expect(changes).toEqual([
      { step: 1, before: 0, after: 4 },
      { step: 2, before: 4, after: 1 },
      { step: 5, before: 1, after: 2 },
    ]);
  });

  it("is right for one step, and across what is read at once", async () => {
    const [one] = (await json("constant({value: 2})", "--steps", "1")).curves;
    expect(one.summary).toMatchObject({ area: 2, mean: 2, phases: { rising: 0, flat: 1, falling: 0 } });
    const [long] = (await json("linear({from: 0, to: 1, over: 200000})", "--steps", "200001")).curves;
    expect(long.summary.area).toBeCloseTo(100_000.5, 6);
    expect(long.summary).toMatchObject({
      peak: { value: 1, step: 200_000 },
      phases: { rising: 1, flat: 0, falling: 0 },
    });
  });

  it("is told for every hyperparameter and group in words", async () => {
    const { out, code } = await anneal(["table", ...WARMED]);
    expect(code).toBe(0);
    expect(out).toMatch(/^step {2}epoch +lr$/m);
    expect(out).toMatch(/^ {2}peak +0\.1 at step 20$/m);
    expect(out).toMatch(/^ {2}rising +20 %$/m);
    expect(out).toMatch(/^ {2}falling +80 %$/m);
    expect(out).toMatch(/^ {2}changes +1\n {4}20 {2}0\.095 {2}→ {2}0\.1$/m);
  });

  it("tells twenty changes and counts the others", async () => {
    const { out } = await anneal(["table", "repeat({plan: linear({from: 1, to: 0, over: 10})})", "--steps", "1000"]);
    expect(out.match(/→/g)?.length).toBe(20);
    expect(out).toContain("and 79 more");
  });
});

describe("the forms of anneal table", () => {
  it("has a column for each group, and one where there is but one", async () => {
    const rate = (from: string) => ({ kind: "linear", from, to: 0, over: 90 });
    const decay = { kind: "constant", value: 0.05 };
    const program = { lr: [rate("1x"), rate("0.1x")], weightDecay: decay };
    const stdin = JSON.stringify({ program, run: { base: 0.1, steps: 90 } });
    const { out } = await anneal(["table", "-", "--at", "0,45"], { stdin });
    expect(out).toMatch(
      /^step {2}lr 0 {3}lr 1 {2}weightDecay\n {3}0 {2}0\.1 {3}0\.01 {10}0\.05\n {2}45 {2}0\.05 {2}0\.005 {9}0\.05\n/,
    );
    expect(out).toMatch(/^weightDecay\n/m);
  });

  const cycle = 'oneCycle({peak: 0.3, over: 40, momentum: "momentum"})';

  it("is aligned: numbers end below each other, in lines that fit", async () => {
    const { out } = await anneal(["table", cycle, "--steps", "40"], { columns: 24 });
    const lines = out.split("\n");
    const heads = lines.filter((line) => line.startsWith("step"));
    // Both columns do not fit side by side.
    expect(heads).toEqual(["step          lr", "step  momentum"]);
    for (const line of lines.slice(0, lines.indexOf("lr"))) expect(line.length).toBeLessThanOrEqual(24);
    const wide = await anneal(["table", cycle, "--steps", "40"], { columns: 80 });
    const [head = "", ...rows] = wide.out.split("\n\n")[0]?.split("\n") ?? [];
    expect(head).toMatch(/^step +lr +momentum$/);
    expect(new Set(rows.map((row) => row.lastIndexOf(".")))).toEqual(new Set([19]));
  });

  it("is CSV of all digits", async () => {
    const { out } = await anneal([
      "table",
      cycle,
      "--steps",
      "40",
      "--at",
      "0,last",
      "--csv",
      "--steps-per-epoch",
      "4",
    ]);
    expect(out).toBe("step,epoch,lr,momentum\n0,0,0.012,0.95\n39,9.75,0.0000012,0.95\n");
  });

  it("is JSON that says what it is of", async () => {
    const { rows, curves, ...about } = await json(...STEPS, "--at", "0");
    expect(about).toEqual({
      source: "multiStep({milestones: [30, 60]})",
      framework: "anneal",
      unit: "step",
      steps: 90,
      run: { base: 0.1, steps: 90 },
    });
    expect(curves).toMatchObject([{ hyperparameter: "lr", group: 0, steps: 90 }]);
    expect(rows).toEqual([{ step: 0, values: [0.1] }]);
  });

  it("counts epochs of a schedule that is stepped once in each", async () => {
    const { out } = await anneal(["table", ...STEPS, "--steps-per-epoch", "1", "--every", "30ep"]);
    expect(out).toMatch(/^epoch {5}lr\n {4}0 {2}0\.1\n {3}30 {2}0\.01$/m);
    expect(out).toContain("0.1 at epoch 0");
  });

  it("has only the hyperparameters that are asked for, and one form", async () => {
    expect((await json(cycle, "--only", "momentum")).curves.length).toBe(1);
    const both = await anneal(["table", cycle, "--csv", "--json"]);
    expect(both).toMatchObject({ code: 2, out: "", err: "anneal: --csv and --json: only one of them\n" });
  });
});
