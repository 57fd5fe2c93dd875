import { expect, test } from "vitest";
import { held } from "./told.ts";

test.each<[string, string, unknown]>([
  ["the latest assignment", "a = 1\nv = a\na = 2\n", 1],
  ["augmented", "v = 3\nv *= 2\nv //= 4\n", 1],
  ["several targets", "a, (b, v) = 1, (2, 3)\n", 3],
  ["a chain", "a = v = 4\n", 4],
  ["annotated", "v: int = 5\n", 5],
  ["a walrus", "if (v := 6) > 5: pass\n", 6],
  ["a condition that holds", "a = 1\nif a: v = 1\nelse: v = 2\n", 1],
  ["a default for None", "v = None\nif v is None: v = 7\n", 7],
  ["the same in both branches", "if a: v = 1\nelse: v = 1\n", 1],
  ["main", "if __name__ == '__main__':\n  v = 8\n", 8],
  ["an error that is handled", "try:\n  v = 1\nexcept E:\n  pass\n", 1],
  ["made in a loop", "for i in x:\n  v = 3\n", 3],
  ["a list that grows", "v = []\nv.append(1)\nv.extend([2])\nv += [3]\n", [1, 2, 3]],
  ["a dictionary's entry", "d = {'a': 1}\nd['a'] = 2\nd.update(b=3)\nv = d['a'] + d['b']\n", 5],
  ["a list's item", "v = [1, 2]\nv[-1] = 5\n", [1, 5]],
  ["a class's fields", "class C:\n  lr = 0.1\n  lrs = [lr, lr * 2]\nv = C().lrs + [C.lr]\n", [0.1, 0.2, 0.1]],
  ["a data class", "@dataclass\nclass C:\n  lr: float = 0.1\n  n: int = 3\nc = C(n=4)\nv = c.lr, c.n\n", [0.1, 4]],
  [
    "a method's fields",
    "class C:\n  def __init__(self, a, b=2):\n    self.a = a * b\n  def get(self):\n    return self.a + 1\nv = C(3).get()\n",
    7,
  ],
  ["a base class", "class A:\n  x = 1\nclass B(A):\n  y = 2\nv = B().x\n", 1],
  ["a function", "def f(a, b=2):\n  c = a + b\n  return c * 2\nv = f(1) + f(1, b=3)\n", 14],
  [
    "a function of conditions",
    "def f(a):\n  if a > 2: return 1\n  elif a > 1: b = 5\n  else: b = 6\n  return b\nv = [f(3), f(2), f(0)]\n",
    [1, 5, 6],
  ],
  ["a global", "v = 1\ndef f():\n  global v\n  v = 2\nf()\n", 2],
  ["a nonlocal", "def f():\n  v = 1\n  def g():\n    nonlocal v\n    v = 2\n  g()\n  return v\nv = f()\n", 2],
  ["a local", "v = 1\ndef f():\n  v = 2\nf()\n", 1],
  ["fields of a dictionary", "c = EasyDict(lr=0.1)\nc.n = 5\nv = c.lr, c.n\n", [0.1, 5]],
  ["statements on one line", "a = 1; v = a\n", 1],
  ["tabs and Windows' line ends", "\uFEFFif 1:\r\n\tv = 1 + \\\r\n\t\t2\r\n", 3],
  ["Python 2", "v = 1\nprint 'a', v\n", 1],
])("%s", (_, text, value) => {
  expect(held(text)).toEqual(value);
});

test.each<[string, string, readonly string[]]>([
  ["both branches", "if a > 1: v = 1\nelse: v = 2\n", ["a"]],
  ["changed in a loop", "v = 1\nfor i in x:\n  v += 1\n", ["v: it changes in a loop"]],
  ["appended to in a loop", "v = []\nwhile x:\n  v.append(1)\n", ["v: it changes in a loop"]],
  ["changed by a method", "v = [2, 1]\nv.sort()\n", ["v: it is changed by .sort()"]],
  ["an error", "v = 1 +\nw = 2\n", ["v: a syntax error"]],
  ["recursion", "def f(x): return f(x - 1)\nv = f(3)\n", ["f(x - 1): a function that calls itself"]],
])("%s: unknown", (_, text, missing) => {
  const found = held(text) as { missing: string[] };
  expect(found.missing.length).toBe(missing.length);
  for (const [i, one] of missing.entries()) expect(found.missing[i]).toContain(one.split(":")[1]?.trim() ?? one);
});

test("a value that a condition decides is computed once the condition is known", () => {
  const text = "n = 5\nif args.warm > 2:\n  n = args.warm\nelif big:\n  n = 0\nv = n + 1\n";
  expect(held(text, "v", { "args.warm": 4 })).toBe(5);
  expect(held(text, "v", { "args.warm": 1, big: true })).toBe(1);
  expect(held(text, "v", { "args.warm": 1, big: false })).toBe(6);
});
