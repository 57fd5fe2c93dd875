import { expect, test } from "vitest";
import { held } from "./told.ts";

test.each<[string, unknown]>([
  ["0x10 + 0b11 + 0o17 + 1_000", 1034],
  ["1e-4", 1e-4],
  ["1e999", Number.POSITIVE_INFINITY],
  ['"a" \'b\' r"\\n"', "ab\\n"],
  ['"\\x41\\t\\u0042\\\\"', "A\tB\\"],
  ['"""a\nb"""', "a\nb"],
  ["True", true],
  ["None", null],
  ["[1, (2, 3), {4}]", [1, [2, 3], [4]]],
  ["()", []],
  ["[*[1, 2], 3]", [1, 2, 3]],
  [
    "{'a': 1, **{'b': 2}, 3: 4}",
    new Map<string, unknown>([
      ["a", 1],
      ["b", 2],
      ["3", 4],
    ]),
  ],
  [
    "dict(a=1, b=dict())",
    new Map<string, unknown>([
      ["a", 1],
      ["b", new Map()],
    ]),
  ],
  ["list(range(2, 9, 3))", [2, 5, 8]],
  ["[i * 2 for i in range(5) if i % 2]", [2, 6]],
  ["[a + b for a in (1, 2) for b in (10, 20)]", [11, 21, 12, 22]],
  ["{k: v for k, v in {'a': 1}.items()}", new Map([["a", 1]])],
  ["sum(x * x for x in [1, 2, 3])", 14],
  ["1 / 2", 0.5],
  ["7 // 2, -7 // 2, 7 // -2, 7.5 // 2", [3, -4, -4, 3]],
  ["7 % 3, -7 % 3, 7 % -3, -7.5 % 2", [1, 2, -2, 0.5]],
  ["-2 ** 2, 2 ** -1, 2 ** 3 ** 2", [-4, 0.5, 512]],
  ["round(2.5), round(3.5), round(0.125, 2), round(2.675, 2), round(1250, -2)", [2, 4, 0.12, 2.67, 1200]],
  ["int(-2.7), int('12'), float('1e-3'), abs(-3), len([1, 2]), min(3, 1), max([1, 5])", [-2, 12, 1e-3, 3, 2, 1, 5]],
  [
    "math.floor(-1.5), math.ceil(1.2), math.sqrt(16), math.log(8, 2), np.exp(0), math.cos(math.pi)",
    [-2, 2, 4, 3, 1, -1],
  ],
  ["1 < 2 <= 2 != 3", true],
  ["1 < 3 < 2", false],
  ["0 or [] or 'x'", "x"],
  ["1 and 0", 0],
  ["not 1 == 2", true],
  ["1 if 0 else 2 if 0 else 3", 3],
  ["3 in [1, 3], 'a' not in {'a': 1}, None is None", [true, false, true]],
  ["[1, 2] * 2 + [3]", [1, 2, 1, 2, 3]],
  ["[1, 2, 3][-1], [1, 2, 3][1:], [1, 2, 3][:-1]", [3, [2, 3], [1, 2]]],
  ["{'a': {'b': 5}}['a']['b']", 5],
  ["{'a': 1}.get('b', 7)", 7],
  ["'30,60'.split(',')", ["30", "60"]],
  ["True + 1", 2],
])("%s", (expression, value) => {
  expect(held(`import math, numpy as np\nv = ${expression}\n`)).toEqual(value);
});

test.each<[string, readonly string[]]>([
  ["1 / 0", ["1 / 0: a division by zero"]],
  ["(-8) ** 0.5", ["(-8) ** 0.5: a negative number to a broken power"]],
  ["math.log(0)", ["math.log(0): a logarithm of what is not positive"]],
  ['f"{a}"', ['f"{a}"']],
  ["len(train_loader) * args.epochs", ["len(train_loader)", "args.epochs"]],
  ["int(0.1 * total(x))", ["total(x)"]],
  ["[1][5]", ["[1][5]: an index that is not there"]],
  ["range(10 ** 9)", ["range(10 ** 9): a list that is too long"]],
])("%s is unknown", (expression, missing) => {
  const text = `v = ${expression}\n`;
  expect(held(text)).toEqual({ missing });
});

test("something unknown is given as a whole, by its variable, or by its parts", () => {
  const text = "total = len(train_loader) * args.epochs\nv = total // 2 + 1\n";
  expect(held(text, "v", { "len(train_loader)": 10, "args.epochs": 3 })).toBe(16);
  expect(held(text, "v", { total: 8 })).toBe(5);
  expect(held(text, "v", { "len(train_loader) * args.epochs": 6 })).toBe(4);
  expect(held(text, "v", { "total // 2 + 1": 9 })).toBe(9);
  expect(held(text, "v", { "args.epochs": 3 })).toEqual({ missing: ["len(train_loader)"] });
});

test("only the branch that is taken is asked for", () => {
  const text = "v = 1 if fast else len(loader)\n";
  expect(held(text, "v", { fast: true })).toBe(1);
  expect(held(text, "v", { fast: false })).toEqual({ missing: ["len(loader)"] });
});

test("names of JavaScript's prototypes are names", () => {
  const text =
    "__proto__ = 1\nd = {'__proto__': 2}\nv = [__proto__, d['__proto__'], d.get('constructor', 3), constructor]\n";
  expect(held(text)).toEqual([1, 2, 3, { missing: ["constructor"] }]);
});
