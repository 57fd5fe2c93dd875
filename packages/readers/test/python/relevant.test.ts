import { PlanError } from "anneal";
import { describe, expect, test } from "vitest";
import { chunksOf } from "../../src/python/chunks.ts";
import { parsePython } from "../../src/python/parsePython.ts";
import { relevant } from "../../src/python/relevant.ts";
import { readDocument } from "../../src/read.ts";
import { scheduleWords } from "../../src/scheduleWords.ts";
import { wildSeeds } from "../fuzz/seeds.ts";

/** Code with nothing of a schedule, so that a text is long enough for its parts to be left out. */
const padding = Array.from(
  { length: 200 },
  (_, i) =>
    `\nclass Block${i}(nn.Module):\n    def forward(self, x):\n        return self.conv(x) * ${i} + self.scale[${i}]\n`,
).join("");

const words = scheduleWords();

/** What is read of a text, or why not. */
function told(text: string, sought?: RegExp): unknown {
  try {
    return readDocument(parsePython(text, sought), {}).map((reading) => ({
      ...reading,
      functions: Object.keys(reading.functions ?? {}),
    }));
  } catch (error) {
    if (error instanceof PlanError) return error.message;
    throw error;
  }
}

describe("the part of a text that schedules may depend on", () => {
  const python = wildSeeds().get("python") ?? [];

  /** A text with such code between its statements. */
  const among = (text: string): string => {
    const chunks = chunksOf(text);
    const own = chunks.map(
      ({ from, to }, i) => `${text.slice(from, to)}\n${i % 7 === 3 ? padding.slice(0, 900) : ""}\n`,
    );
    return `${text.slice(0, chunks[0]?.from ?? 0)}${own.join("")}\n${padding}`;
  };

  test.each(python.map(({ file, text }) => [file, among(text)]))("%s is read as the whole is", (_, long) => {
    expect(told(long, words)).toEqual(told(long));
  });

  test("is a small one of most texts", () => {
    const short = python.filter(
      ({ text }) => relevant(`${text}\n${padding}`, words).source.length < text.length + 3000,
    );
    expect(python.length).toBeGreaterThan(50);
    expect(short.length / python.length).toBeGreaterThan(0.9);
  });

  test("keeps its lines and columns", () => {
    const text = `x = 1\n${padding}\nopt = SGD(p, lr=0.1)\n${padding}\n\ns = StepLR(opt, bad=3)\n`;
    expect(told(text, words)).toBe(told(text));
    expect(told(text, words)).toMatch(/^line 1606, column 21, /);
  });

  test.each([
    ["a name", "k = 30\n", "k"],
    ["a name by way of others", "a = 10\nb = a * 2\nk = b + a\n", "k"],
    ["a function", "def f(x):\n    return x * 3\nk = f(10)\n", "k"],
    ["a function that is given another name", "def f(x):\n    return x * 3\ng = f\n", "g(10)"],
    ["a list that is changed", "k = []\nk.append(10)\nk.append(20)\n", "sum(k)"],
    ["a list that a function changes", "k = []\ndef fill():\n    k.append(30)\nfill()\n", "k[0]"],
    ["a class", "class A:\n    k = 30\nclass B(A):\n    pass\n", "B.k"],
    ["fields", "class C:\n    pass\nc = C()\nc.k = 30\n", "c.k"],
    ["the module's names", "def set():\n    global k\n    k = 30\nset()\n", "k"],
    ["decorators", "@cached\n@other(\n    3)\ndef f():\n    return 30\n", "f()"],
    ["brackets and texts over lines", 'k = dict(\na=30,\nb="""\ndef f(:\n""")\n', "k['a']"],
    ["joined lines", "k = \\\n30\n", "k"],
    ["both ways", "if args.x:\n    k = 30\nelse:\n    k = 40\n", "k"],
    ["imports", "from .values import K as k\n", "k"],
  ])("has %s that a schedule needs", (_, before, argument) => {
    const text = `${padding}${before}${padding}\nimport torch\ns = torch.optim.lr_scheduler.StepLR(opt, ${argument})\n`;
    expect(told(text, words)).toEqual(told(text));
    expect(relevant(text, words).source.length).toBeLessThan(5000);
  });

  test("has what uses a function that makes a schedule", () => {
    const make = "def make(o, n):\n    return torch.optim.lr_scheduler.StepLR(o, n)\n";
    const text = `import torch\n${make}${padding}\nx = make(o, 30)\n${padding}\ny = make(p, 40)\n`;
    expect(told(text, words)).toEqual(told(text));
  });

  test("may not be too much, which is told with its place", () => {
    const text = "s = StepLR(opt, step_size=30)\n".repeat(20_000);
    expect(told(text, words)).toMatch(/^line \d{4}, column 1: expected at most 60000 words and marks/);
  });

  test("is measured by its words and marks, without its comments and the length of its texts", () => {
    const text = `s = StepLR(opt, step_size=30, note="${"a ".repeat(200)}")  # ${"sched(1) ".repeat(40)}\n`.repeat(
      2000,
    );
    expect(relevant(text, words).source.length).toBe(text.length);
  });

  test("is found by lines, brackets and quotes", () => {
    const text = "a = (\nb)\ndef f(:\n  x\nelse: y\n\n# c\n'''\nd\n'''\ne";
    expect(chunksOf(text).map(({ from, to }) => text.slice(from, to))).toEqual([
      "a = (\nb)\n",
      "def f(:\n  x\nelse: y\n\n# c\n'''\nd\n'''\ne",
    ]);
  });
});
