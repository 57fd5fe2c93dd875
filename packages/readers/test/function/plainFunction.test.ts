import { type Plan, schedule } from "anneal";
import { describe, expect, it } from "vitest";
import { read } from "../../src/read.ts";

/** As scripts of their own define it. */
const SCRIPT = `
import math

learning_rate = 6e-4
min_lr = 6e-5
warmup_iters = 10
lr_decay_iters = 110

def get_lr(it):
    if it < warmup_iters:
        return learning_rate * (it + 1) / (warmup_iters + 1)
    if it > lr_decay_iters:
        return min_lr
    ratio = (it - warmup_iters) / (lr_decay_iters - warmup_iters)
    return min_lr + 0.5 * (1.0 + math.cos(math.pi * ratio)) * (learning_rate - min_lr)
`;

const near = (numbers: readonly number[]) => numbers.map((one) => expect.closeTo(one, 15));

describe("a function of one's own", () => {
  it("is read where the text has nothing else", () => {
    const [reading, ...more] = read(SCRIPT);
    expect(more).toEqual([]);
    expect(reading).toMatchObject({ framework: "function", name: "get_lr", place: { line: 9 }, needs: [] });
    expect(reading?.notes.map(({ text }) => text)).toEqual([expect.stringContaining("taken for the rate itself")]);
    const rate = schedule(reading?.program?.lr as Plan, {}, { functions: reading?.functions ?? {} });
    expect([0, 10, 60, 110, 500].map(rate)).toEqual(near([6e-4 / 11, 6e-4, 3.3e-4, 6e-5, 6e-5]));
  });

  it("gives way to a framework's schedule, unless it is asked for", () => {
    const text = `${SCRIPT}
from torch.optim.lr_scheduler import LambdaLR
scheduler = LambdaLR(optimizer, lambda it: get_lr(it) / learning_rate)
`;
    expect(read(text).map(({ framework }) => framework)).toEqual(["torch"]);
    expect(read(text, { from: "function" }).map(({ name }) => name)).toEqual(["get_lr"]);
  });

  it("asks for what it does not have", () => {
    const [reading] = read("def lr_at(step):\n    return args.lr * 0.9 ** step\n");
    expect(reading?.program).toBeUndefined();
    expect(reading?.needs.map(({ name }) => name)).toEqual(["args.lr"]);
    const [known] = read("def lr_at(step):\n    return args.lr * 0.9 ** step\n", { values: { "args.lr": 2 } });
    expect(schedule(known?.program?.lr as Plan, {}, { functions: known?.functions ?? {} })(1)).toBe(1.8);
  });

  it.each([
    ["a factor", "def lr_lambda(step):\n    return 0.9 ** step\n"],
    ["of two arguments", "def get_lr(step, base):\n    return base * 0.9 ** step\n"],
    ["that is none of a rate", "def loss(step):\n    return 0.9 ** step\n"],
  ])("is not one %s", (_, text) => {
    expect(() => read(text)).toThrow("expected");
    expect(() => read(text, { from: "function" })).toThrow("expected");
  });

  it("is not guessed where it cannot be computed", () => {
    expect(() => read("def lr(step):\n    return 1 / step\n")).toThrow("a division by zero");
    const [reading] = read("def lr(step):\n    while step > 9: step -= 1\n    return step\n");
    expect(reading?.program).toBeUndefined();
    expect(reading?.needs).toHaveLength(1);
  });
});
