import { expect, test } from "vitest";
import { parsePython } from "../../src/python/parsePython.ts";
import { Lambda } from "../../src/value.ts";
import { callsOf, held, refusal, told } from "./told.ts";

test.each([
  ["import torch\ntorch.optim.lr_scheduler.StepLR(o)", "torch.optim.lr_scheduler.StepLR", true],
  ["import torch.optim as optim\noptim.lr_scheduler.StepLR(o)", "torch.optim.lr_scheduler.StepLR", true],
  ["import torch.optim.lr_scheduler\ntorch.optim.lr_scheduler.StepLR(o)", "torch.optim.lr_scheduler.StepLR", true],
  ["from torch.optim import lr_scheduler as s\ns.StepLR(o)", "torch.optim.lr_scheduler.StepLR", true],
  ["from torch.optim.lr_scheduler import (StepLR as S,\n  LambdaLR)\nS(o)", "torch.optim.lr_scheduler.StepLR", true],
  ["from torch.optim.lr_scheduler import *\nStepLR(o)", "torch.optim.lr_scheduler.StepLR", false],
  ["from .utils import StepLR\nStepLR(o)", "utils.StepLR", true],
  ["lr_scheduler.StepLR(o)", "lr_scheduler.StepLR", false],
  ["StepLR(o)", "StepLR", false],
  ["class StepLR: pass\nStepLR(o)", "__main__.StepLR", false],
  ["x = f()\nx.StepLR(o)", "__main__.x.StepLR", false],
  ["try:\n  from a.b import StepLR\nexcept ImportError:\n  from c import StepLR\nStepLR(o)", "a.b.StepLR", true],
])("%s", (text, name, imported) => {
  const call = callsOf(text, "StepLR").at(-1);
  expect([call?.name, call?.imported]).toEqual([name, imported]);
});

test("arguments, with their places", () => {
  const [call] = callsOf("a = [1]\nStepLR(o, *a,\n  gamma=0.5, **dict(b=2))\n", "StepLR");
  expect(told(call)).toEqual(["StepLR", { missing: ["o"] }, 1, ["gamma", 0.5], ["b", 2]]);
  expect(call?.place).toEqual({ line: 2, column: 1 });
  expect([call?.places.get(0), call?.places.get("gamma")]).toEqual([
    { line: 2, column: 8 },
    { line: 3, column: 9 },
  ]);
});

test("arguments that are not known are none that any function takes", () => {
  const [call] = callsOf("StepLR(o, *a, **b)\n", "StepLR");
  expect([...(call?.named.keys() ?? [])]).toEqual(["*a", "**b"]);
  const [broken] = callsOf("x = 1\nStepLR(o, a=30 b=2)\n", "StepLR");
  expect(broken?.named.has("a syntax error")).toBe(true);
});

test("calls in arguments come first, and calls in unread branches, loops and methods are there", () => {
  const text = `
f(a(1), [b(2)])
if x: c(3)
else: d(4)
for i in y: e(5)
class T:
  def m(self): g(self.lr)
with h(6) as z: pass
[k(j) for j in l]
`;
  const names = parsePython(text).calls.map(({ name }) => name);
  expect(names).toEqual(["a", "b", "f", "c", "d", "e", "h", "k", "g"]);
});

test("a function that is called once is read with its arguments, another with what all calls agree in", () => {
  const once = "def make(o, gamma=0.3):\n  return S(o, gamma)\nv = make(opt, gamma=0.5)\n";
  expect(callsOf(once, "S").map((call) => told(call))).toEqual([["S", { missing: ["opt"] }, 0.5]]);
  const twice = "def make(n, g):\n  return S(n, g)\nv = [make(3, 1), make(4, 1)]\n";
  expect(callsOf(twice, "S").map((call) => told(call))).toEqual([["S", { missing: ["n: a parameter of make"] }, 1]]);
  expect(held(twice)).toEqual([
    ["S", 3, 1],
    ["S", 4, 1],
  ]);
  const never = "def make(n, g=0.5):\n  S(n, g)\n";
  expect(callsOf(never, "S").map((call) => told(call))).toEqual([
    ["S", { missing: ["n: a parameter of make"] }, { missing: ["g: a parameter of make, 0.5 by default"] }],
  ]);
});

test("flags of a command line have their defaults, with a note, and can be given", () => {
  const text = `
from argparse import ArgumentParser
p = ArgumentParser()
p.add_argument("-l", "--learning-rate", type=float, default="0.1")
p.add_argument("--epochs", type=int, required=True)
p.add_argument("--nesterov", action="store_true")
args = p.parse_args()
args.learning_rate *= 2
v = [args.learning_rate, args.epochs, args.nesterov]
`;
  expect(held(text, "v", { "args.epochs": 3 })).toEqual([0.2, 3, false]);
  expect(held(text, "v", { "args.learning_rate": 0.5, "args.epochs": 3 })).toEqual([0.5 * 2, 3, false]);
  expect(held(text)).toEqual([0.2, { missing: ["args.epochs: --epochs of the command line"] }, false]);
});

test("functions of arithmetic and conditions are computed", () => {
  const text = `
import math
from functools import partial
warm = 5
def f(step, total=20):
  if step < warm:
    return step / warm
  p = (step - warm) / max(1, total - warm)
  if p > 1: p = 1
  return 0.5 * (1 + math.cos(math.pi * p))
v = [f, lambda e: 0.95 ** e, partial(f, total=10), {"a": lambda e: warm}]
`;
  const [f, power, part, inside] = lambdas(text);
  expect([f?.(0), f?.(5), f?.(20), f?.(12.5)]).toEqual([0, 1, 0, 0.5 * (1 + Math.cos(Math.PI / 2))]);
  expect([power?.(2), part?.(10), inside?.(3)]).toEqual([0.95 ** 2, 0, 5]);
});

function lambdas(text: string): ((step: number) => number)[] {
  const [call] = callsOf(`${text}\nX(*v)`, "X");
  return (call?.positional ?? []).map((one) => {
    const lambda = one instanceof Map ? one.get("a") : one;
    if (!(lambda instanceof Lambda)) throw new Error("no function");
    return lambda.compute;
  });
}

test.each([
  ["def v(e):\n  for i in range(n): e += 1\n  return e\n", "a function with a loop"],
  ["def v(e):\n  while e > 1: e -= 1\n  return e\n", "a function with a loop"],
  ["def v(e): return v(e - 1)\n", "a function that calls itself"],
  ["v = lambda e: table[e]\n", "a function with table[e], which is not known"],
  ["v = lambda e: g(e)\n", "a function with g(e), which is not known"],
  ["v = lambda *e: 1\n", "a function of any number of arguments"],
])("%s: why it is not computed", (text, because) => {
  const [call] = callsOf(`${text}X(v)\n`, "X");
  const found = told(call?.positional[0]) as { missing: string[] };
  expect(found.missing.join()).toContain(because);
});

test("a function that needs what the text has not asks for it", () => {
  const [call] = callsOf("total = len(loader) * 2\nX(lambda s: max(0, 1 - s / total))\n", "X");
  expect(told(call?.positional[0])).toEqual({ missing: ["len(loader)"] });
  expect(told(call?.positional[0], { total: 4 })).toContain("lambda s");
});

test("what it cannot compute at a step is a PlanError", () => {
  const [call] = callsOf("X(lambda s: 1 / s)\n", "X");
  const lambda = call?.positional[0] as Lambda;
  expect(lambda.compute(2)).toBe(0.5);
  expect(refusal(() => lambda.compute(0))).toBe(
    "line 1, column 3, the function at 0: expected a number, received a division by zero",
  );
});
