import { readFileSync } from "node:fs";
import { type Plan, PlanError, schedule } from "anneal";
import { describe, expect, it, test } from "vitest";
import { read } from "../../src/index.ts";

interface Case {
  readonly settings: Readonly<Record<string, number | string>>;
  readonly lr: readonly number[];
}

const cases: readonly Case[] = JSON.parse(readFileSync(new URL("neox.json", import.meta.url), "utf8"));
const OPTIMIZER = { type: "Adam", params: { lr: 5e-4 } };
const textOf = (settings: object): string => JSON.stringify({ optimizer: OPTIMIZER, ...settings });

describe("GPT-NeoX's settings", () => {
  test("give its own rates", () => {
    expect(cases.length).toBeGreaterThan(150);
    for (const { settings, lr } of cases) {
      const [reading] = read(textOf(settings));
      expect(reading?.problems).toEqual([]);
      const rate = schedule(reading?.program?.lr as Plan, reading?.run);
      const off = lr.map((theirs, t) => Math.abs(rate(t) - theirs));
      expect(Math.max(...off), JSON.stringify(settings)).toBeLessThanOrEqual(1e-12 * Math.max(...lr));
    }
  });

  it("are named with dashes or underscores", () => {
    const [dashes] = read('"train-iters": 90\n"lr-decay-style": "cosine"\noptimizer: {params: {lr: 0.001}}\n');
    const [lines] = read("train_iters: 90\nlr_decay_style: cosine\noptimizer: {params: {lr: 0.001}}\n");
    expect(dashes?.program).toEqual(lines?.program);
    expect(dashes?.run).toEqual({ base: 0.001, steps: 90 });
  });

  it("ask for the length of a run that is not in them", () => {
    const text = textOf({ lr_decay_style: "linear", warmup: 0 });
    expect(read(text)[0]?.needs.map(({ name }) => name)).toEqual(["train_iters"]);
    expect(read(text, { values: { train_iters: 70 } })[0]?.program?.lr).toEqual({
      kind: "linear",
      from: "1x",
      to: 0,
      over: 70,
    });
  });

  it("note that a longer run's cosine rises again, and what does nothing", () => {
    const notes = (settings: object) =>
      read(textOf({ lr_decay_style: "cosine", ...settings }))[0]?.notes.map(({ text }) => text);
    expect(notes({ train_iters: 90 })).toEqual([]);
    expect(notes({ train_iters: 90, lr_decay_iters: 80 })?.join()).toContain("rises again after update 80");
    expect(notes({ train_iters: 90, lr_decay_iters: 90, lr_decay_fraction: 0.5 })?.join()).toContain("does nothing");
  });

  test.each<[string, object]>([
    ["warmup_iters", { warmup_iters: 500 }],
    ["use_mup", { use_mup: true }],
    ["warmup: expected a share", { warmup: 1 }],
    ["min_lr: expected a rate from 0", { min_lr: 0.1 }],
    ["optimizer.type", { optimizer: { type: "OneBitAdam", params: { lr: 1e-3 } } }],
    ["lr_decay_style", { lr_decay_style: "inverse-square-root" }],
  ])("refuse what is not read: %s", (told, settings) => {
    const text = textOf({ lr_decay_style: "cosine", train_iters: 90, ...settings });
    expect(() => read(text)).toThrow(PlanError);
    expect(() => read(text)).toThrow(told);
  });
});
