import { type Plan, schedule } from "anneal";
import { describe, expect, test } from "vitest";
import { read } from "../../src/index.ts";
import type { Values } from "../../src/reading.ts";

const HEAD = `import argparse, os, torch
from dataclasses import dataclass, field
from torch.optim.lr_scheduler import LambdaLR, MultiStepLR, StepLR
optimizer = torch.optim.SGD(p, lr=1.0)
`;

/** The rates of a schedule at some steps, or what is asked for. */
function of(text: string, at: readonly number[], values: Values = {}): readonly (number | string)[] {
  const reading = read(HEAD + text, { values }).at(-1);
  if (!reading?.program) return reading?.needs.map(({ name }) => name) ?? [];
  const rate = schedule(
    reading.program.lr as Plan,
    { base: 1, ...reading.run },
    { functions: reading.functions ?? {} },
  );
  return at.map(rate);
}

describe("what a text sets under a condition only", () => {
  const parser = (...more: readonly string[]) =>
    `a = argparse.ArgumentParser()\n${more.map((one) => `a.add_argument(${one})\n`).join("")}args = a.parse_args()\n`;

  test.each([
    ["if args.size is None: args.size = 12\n", 9],
    ["if not args.size:\n    args.size = 12\n", 9],
    ["if args.size is not None: args.size = 12\n", 12],
    ["if args.fast:\n    args.size = 2\n", 9],
    ["args.size = 4 if args.size is None else args.size\n", 9],
    ["if args.size is None:\n    args.size = 12\nelse:\n    args.size = args.size * 2\n", 18],
  ])("is a flag's default where the condition does not hold: %s", (condition, size) => {
    const head = parser(`"--size", type=int, default=9`, `"--fast", action="store_true"`);
    const text = `${head}${condition}s = StepLR(optimizer, args.size, 0.5)\n`;
    expect(of(text, [size - 1, size])).toEqual([1, 0.5]);
  });

  test("can be given by its name", () => {
    const head = parser(`"--size", type=int, default=9`);
    const text = `${head}if args.size > 7: args.size = 7\ns = StepLR(optimizer, args.size, 0.5)\n`;
    expect(of(text, [6, 7])).toEqual([1, 0.5]);
    expect(of(text, [2, 3], { "args.size": 3 })).toEqual([1, 0.5]);
  });

  test("is what is set where the flag has no other", () => {
    const text = `${parser(`"--size", type=int, default=None`)}if args.size is None:\n    args.size = 12\ns = StepLR(optimizer, args.size, 0.5)\n`;
    expect(of(text, [11, 12])).toEqual([1, 0.5]);
  });

  test("is asked for of what the text does not make", () => {
    const text =
      "def main(args):\n  if args.size is None:\n    args.size = 12\n  s = StepLR(optimizer, args.size, 0.5)\n";
    expect(of(text, [])).toEqual(["args.size"]);
    expect(of(text, [8, 9], { "args.size": 9 })).toEqual([1, 0.5]);
    expect(of(text, [11, 12], { "args.size": null })).toEqual(["args.size"]);
  });
});

describe("names that a function reads", () => {
  const late = (after: string) =>
    `gamma = 0.5\ns = LambdaLR(optimizer, lambda e: gamma ** e + 1)\n${after}for epoch in range(4):\n    s.step()\n`;

  test("are what they are where the scheduler is stepped, but for its first rate", () => {
    expect(of(late(""), [0, 1, 2])).toEqual([2, 1.5, 1.25]);
    expect(of(late("gamma = 0.25\n"), [0, 1, 2])).toEqual([2, 1.25, 1.0625]);
    expect(of(late("gamma += 0.25\n"), [1, 2])).toEqual([1.75, 1.5625]);
  });

  test("also of one that has a name", () => {
    const text = `k = 1\ndef factor(e):\n    return k / (e + k)\ns = LambdaLR(optimizer, [factor])\nk = 4\nfor epoch in range(4):\n    s.step()\n`;
    expect(of(text, [0, 1, 4])).toEqual([1, 0.8, 0.5]);
  });
});

describe("defaults that stand in the text", () => {
  test.each(["os.environ.get", "os.getenv"])("of %s are taken, with a note", (get) => {
    const text = `s = StepLR(optimizer, int(${get}("SIZE", "3")), 0.5)\n`;
    expect(of(text, [2, 3])).toEqual([1, 0.5]);
    expect(of(text, [4, 5], { [`${get}("SIZE", "3")`]: 5 })).toEqual([1, 0.5]);
    const [reading] = read(HEAD + text);
    expect(reading?.notes.map(({ text: told }) => told)).toContain(`${get}("SIZE", "3") is the default "3" of SIZE`);
  });

  test("of a data class's field are what makes them", () => {
    const text = `@dataclass
class C:
    marks: list = field(default_factory=lambda: [4, 7])
    gamma: float = field(default=0.5)
cfg = C()
s = MultiStepLR(optimizer, [m - 2 for m in cfg.marks], cfg.gamma)
`;
    expect(of(text, [1, 2, 5])).toEqual([1, 0.5, 0.25]);
  });

  test("of a try statement are asked for by a name that can be typed", () => {
    const text = `size = 3\ntry:\n    size = int(os.environ["SIZE"])\nexcept KeyError:\n    size = 6\ns = StepLR(optimizer, size, 0.5)\n`;
    const [name = ""] = of(text, []) as readonly string[];
    expect(name).toMatch(/^\w+$/);
    expect(of(text, [5, 6], { [name]: false })).toEqual([1, 0.5]);
  });
});
