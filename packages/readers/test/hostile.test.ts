import { PlanError } from "anneal";
import { describe, expect, it, test } from "vitest";
import { read } from "../src/index.ts";

function refusal(text: string): string {
  try {
    read(text);
  } catch (error) {
    if (error instanceof PlanError) return error.message;
    throw error;
  }
  return "";
}

const TORCH = "from torch.optim.lr_scheduler import *\nx = StepLR(opt, 3)\n";

describe("schedules that hold themselves many times over", () => {
  it.each([
    ["at once", `${TORCH}${"x = ChainedScheduler([x, x])\n".repeat(100)}`],
    ["one after the other", `${TORCH}${"x = SequentialLR(opt, [x, x], [5])\n".repeat(300)}`],
    ["in a list", `${TORCH}y = [x]\n${"y = [y, y]\n".repeat(100)}ChainedScheduler(y)\n`],
    ["in a dictionary", `${TORCH}d = {}\nd["a"] = d\nd["b"] = d\nStepLR(opt, d)\n`],
    [
      "joined",
      `import optax\nx = optax.constant_schedule(1.0)\n${"x = optax.join_schedules([x, x], [5])\n".repeat(100)}`,
    ],
  ])("%s", (_, text) => {
    const readings = read(text);
    expect(readings.some(({ program }) => program === undefined)).toBe(true);
  });
});

test.each([
  ["a function that gives itself", `${TORCH}f = lambda e: f\nLambdaLR(opt, f)\n`],
  [
    "flags that hold themselves",
    `${TORCH}import argparse\np = argparse.ArgumentParser()\nargs = p.parse_args()\nargs.lr = args\nStepLR(opt, args)\n`,
  ],
])("%s", (_, text) => {
  expect(read(text).some(({ program }) => program === undefined)).toBe(true);
});

test("what is missing for one schedule is missing for the next as well", () => {
  const readings = read(`${TORCH.split("\n")[0]}\nChainedScheduler([StepLR(opt, n), StepLR(opt, n)])\n`);
  expect(readings[0]?.program).toBeUndefined();
  expect(readings[0]?.needs.map(({ name }) => name)).toEqual(["n"]);
});

test("a part that PyTorch cannot enter is a problem", () => {
  const inside = "SequentialLR(opt, [StepLR(opt, 1), StepLR(opt, 2)], [5])";
  const parts = `[StepLR(opt, 3), ${inside}]`;
  expect(refusal(`${TORCH.split("\n")[0]}\nSequentialLR(opt, ${parts}, [5])\n`)).toMatch(
    /^line 2, column 1, SequentialLR: expected a part that PyTorch can enter/,
  );
});

test.each([
  ["brackets", `x = ${"(".repeat(300)}${")".repeat(300)}\n`, /^line 1, column 205: expected Python with at most 200/],
  ["operators without end", `x = ${"not ".repeat(10_000)}1\n`, /^line 1, column \d+: expected Python's expressions/],
  [
    "too many schedules",
    `${TORCH}${"StepLR(opt, 3)\n".repeat(3000)}`,
    /^line 502, column 1: expected at most 500 schedules/,
  ],
  ["YAML of too many lines", "a:\n".repeat(1_000_000), /at most 1500000 lines|text without one/],
])("%s", (_, text, message) => {
  expect(refusal(text)).toMatch(message);
});

test("a number with many digits and no end is text at once", () => {
  const text = `pretrain_gpt.py --lr 1 --lr-decay-style cosine --train-iters ${"1".repeat(20_000)}x`;
  expect(refusal(text)).toMatch(/^line 1, column 48, --train-iters: expected a whole number/);
});

test("any text may name a hyperparameter", () => {
  const scheduler = (name: string) =>
    `{"type": "StepParamScheduler", "param_name": "${name}", "step_size": 2, "gamma": 0.5}`;
  const text = `{"param_scheduler": [${scheduler("__proto__")}, ${scheduler("weight_decay")}], "optim_wrapper": {"optimizer": {"type": "SGD", "lr": 1}}}`;
  expect(Object.keys(read(text)[0]?.program ?? {})).toEqual(["lr", "__proto__", "weightDecay"]);
});
