import { expect, test } from "vitest";
import { hasStatements, pythonIn } from "../../src/python/pythonIn.ts";
import { callsOf, held } from "./told.ts";

const linesOf = (text: string) =>
  pythonIn(text)
    .split("\n")
    .map((line, i) => `${i + 1}: ${line}`)
    .filter((line) => !line.endsWith(": "));

test("code between paragraphs keeps its lines", () => {
  const page = `Use a scheduler. It is made like this (see below):

scheduler = StepLR(
    optimizer,
    step_size=30,

    gamma=0.1
)

- optimizer: what is scheduled.
step(epoch)方法用于更新学习率。

for epoch in range(3):
    scheduler.step()

    return_value = 1
Then it goes on, for (example
without an end.
import torch
`;
  expect(linesOf(page)).toEqual([
    "3: scheduler = StepLR(",
    "4:     optimizer,",
    "5:     step_size=30,",
    "7:     gamma=0.1",
    "8: )",
    "13: for epoch in range(3):",
    "14:     scheduler.step()",
    "16:     return_value = 1",
    "19: import torch",
  ]);
});

test("a Markdown page's blocks of Python", () => {
  const page = "# Title\nx = prose\n```python\na = 1\n```\n```json\nb = 2\n```\n  ```\n  c = 3\n  %magic\n  ```\n";
  expect(linesOf(page)).toEqual(["4: a = 1", "10: c = 3"]);
});

test("a session with prompts", () => {
  expect(linesOf("Example:\n  >>> def f(x):\n  ...     return x\n  >>> f(1)\n  1\n")).toEqual([
    "2: def f(x):",
    "3:     return x",
    "4: f(1)",
  ]);
});

test("a notebook's cells", () => {
  const cells = [
    { cell_type: "markdown", source: ["a = 0\n"] },
    { cell_type: "code", source: ["%matplotlib inline\n", "!pip install x\n", "a = 1\n", "b = a"] },
    { cell_type: "code", source: "v = [a, b + 1]" },
  ];
  expect(held(JSON.stringify({ cells, nbformat: 4 }))).toEqual([1, 2]);
});

test("a page that is pasted whole is read, at its own lines", () => {
  const page =
    "学习率调度器:\n\nimport torch.optim as optim\nlr = 0.1\n\n创建一个 (优化器)。\n\no = optim.SGD(p, lr=lr)\n";
  const [call] = callsOf(page, "SGD");
  expect([call?.name, call?.named.get("lr"), call?.place]).toEqual(["torch.optim.SGD", 0.1, { line: 8, column: 5 }]);
});

test.each([
  ["import torch", true],
  ["StepLR(opt, 30)", true],
  ["lr: 0.1\nsteps: 5\n", false],
  ['{"lr": 0.1}', false],
  ["一二三", false],
])("%s", (text, python) => {
  expect(hasStatements(pythonIn(text))).toBe(python);
});

test("text that is Python stays as it is", () => {
  const text = "def f(a):\n    return a\n\nx = f(1)\n";
  expect(pythonIn(text)).toBe(text);
});

test.each([
  "if args.size is None: args.size = 12",
  "if not args.size: args.size = 12",
  'if args.kind == "a" and n > 3: f(x)',
  "else: lr *= 2",
  "for i in range(3): f(i)",
  "while x not in y: x += 1",
])("a condition or a loop in one line: %s", (line) => {
  expect(pythonIn(`a = 1\n${line}\nb = 2\n`)).toBe(`a = 1\n${line}\nb = 2\n`);
});

test.each(["if you set: lr = 0.1", "for example: Adam (2014)"])("no such line of prose: %s", (line) => {
  expect(linesOf(`a = 1\n${line}\nb = 2\n`).some((one) => one.endsWith(line))).toBe(false);
});
