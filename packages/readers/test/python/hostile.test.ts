import { PlanError } from "anneal";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parsePython } from "../../src/python/parsePython.ts";
import { held, refusal } from "./told.ts";

const times = (text: string, count: number) => text.repeat(count);

test.each<[string, string]>([
  ["calls", times("f();", 400_000)],
  ["length", times("#", 4_000_001)],
  ["prose", "这是一页。\n这里没有代码!\n"],
])("too much: %s", (_, text) => {
  expect(refusal(() => parsePython(text))).toMatch(/expected (at most|Python)/);
});

test("the error of what is no Python has its line and column", () => {
  expect(refusal(() => parsePython("\n  <html> !!\n"))).toMatch(/^line 2, column \d+: expected Python, received/);
});

test.each<[string, string]>([
  ["brackets", `x = ${times("(", 10_000)}\n`],
  ["lists", `x = ${times("[", 10_000)}${times("]", 10_000)}\n`],
  ["calls", `x = ${times("f(", 10_000)}${times(")", 10_000)}\n`],
  ["signs", `x = ${times("-", 20_000)}1\n`],
  ["terms", `x = 1${times("+1", 20_000)}\n`],
  ["fields", `x = a${times(".b", 20_000)}\n`],
  ["lambdas", `x = ${times("lambda:", 10_000)}1\n`],
  ["blocks", Array.from({ length: 500 }, (_, i) => `${times(" ", i)}if x:\n`).join("")],
  ["elif", `if a: x = 1\n${times("elif b: x = 2\n", 5000)}`],
  [
    "calls of calls",
    `${Array.from({ length: 2000 }, (_, i) => `def f${i + 1}(x): return f${i}(x)\n`).join("")}f2000(1)\n`,
  ],
  [
    "doubled calls",
    `${Array.from({ length: 200 }, (_, i) => `def f${i + 1}(x): return f${i}(x) + f${i}(x)\n`).join("")}f200(1)\n`,
  ],
  ["returns", `def f(s):\n${times(" if s: return 1\n", 5000)}\nX(f)\n`],
])("%s, thousands deep", (_, text) => {
  expect(refusal(() => parsePython(`v = 1\n${text}`))).toMatch(/^$|Python/);
});

test.each<[string, string]>([
  ["a number", "x = a\n"],
  ["a list", "x = [1]\n"],
  ["a text", "x = 'a'\n"],
])("%s doubled a thousand times", (_, text) => {
  expect(held(`${text}${times("x = x + x\n", 1000)}v = 1\n`)).toBe(1);
});

test("a list that holds itself twice, again and again", () => {
  expect(held(`x = []\n${times("x = [x, x]\n", 100)}v = 1\n`)).toBe(1);
});

const SCRIPT = `import torch
from torch.optim.lr_scheduler import LambdaLR as L, StepLR
class Config:
    lr = 0.1
def f(step, warm=5):
    if step < warm: return step / max(1, warm)
    return 0.95 ** (step - warm)
parser.add_argument("--epochs", type=int, default=90)
args = parser.parse_args()
total = len(loader) * args.epochs // 2
opt = torch.optim.SGD(model.parameters(), lr=Config.lr, **extra)
for i in range(3):
    total += i
x = [a * 2 for a in (1, 2, 3) if a > 1][0]
s = L(opt, lr_lambda=[f, lambda e: 1 - e / total], last_epoch=-1)
d = {"a": {"b": x}}; d["a"]["b"] = f(3)
`;

const words = SCRIPT.split(/(\W)/).filter((word) => word !== "");

test("whatever is done to a script, it is a document or a PlanError", () => {
  const edit = fc.record({
    at: fc.nat(words.length - 1),
    cut: fc.nat(6),
    put: fc.array(fc.constantFrom(...words, "(", ")", ":", "\n", "\t", '"""', "__proto__", "1e999", "\\", "é"), {
      maxLength: 4,
    }),
  });
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
      const changed = [...words];
      for (const { at, cut, put } of edits) changed.splice(at, cut, ...put);
      try {
        const { calls, data } = parsePython(changed.join(""));
        expect(Array.isArray(calls) && data instanceof Map).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(PlanError);
      }
    }),
    { numRuns: 400 },
  );
});
