import { type Plan, schedule } from "anneal";
import { expect, test } from "vitest";
import { read } from "../../src/index.ts";

const HEAD = "import pytorch_warmup as warmup\nimport torch\nopt = torch.optim.AdamW(p, lr=0.001, betas=(0.9, 0.99))\n";
const MAIN = "main = torch.optim.lr_scheduler.StepLR(opt, 30)\n";
const WARM = "warm = warmup.UntunedLinearWarmup(opt)\n";
const LOOP =
  "for batch in loader:\n    opt.step()\n    with warm.dampening():\n        main.step()\n        # of the same\n";

/** pytorch_warmup 0.2.0's own rates, with PyTorch. */
const REAL: readonly (readonly [number, number])[] = [
  [0, 5.025125628140704e-6],
  [1, 1.0050251256281408e-5],
  [29, 0.0001507537688442211],
  [30, 1.5577889447236183e-5],
  [100, 5.075376884422112e-7],
  [198, 1.0000000000000005e-9],
];

test("a scheduler that is stepped in a warm-up's dampening() is one schedule with it", () => {
  const readings = read(HEAD + MAIN + WARM + LOOP);
  expect(readings.map(({ framework, name, unit }) => ({ framework, name, unit }))).toEqual([
    { framework: "pytorchWarmup", name: "StepLR and UntunedLinearWarmup", unit: "update" },
  ]);
  const [{ program, run, notes } = {}] = readings;
  expect(notes?.map(({ text }) => text).join("\n")).not.toMatch(/part alone/);
  const lr = schedule(program?.lr as Plan, run);
  for (const [step, rate] of REAL) expect(Math.abs(lr(step) - rate)).toBeLessThanOrEqual(1e-12 * rate);
});

test.each([
  ["the scheduler is made after the warm-up", HEAD + WARM + MAIN + LOOP],
  ["it is stepped on a condition", HEAD + MAIN + WARM + LOOP.replace("main.step()", "if last(batch): main.step()")],
  ["it is stepped elsewhere as well", `${HEAD + MAIN + WARM + LOOP}main.step()\n`],
  ["it is told an epoch", HEAD + MAIN + WARM + LOOP.replace("main.step()", "main.step(3)")],
  ["it is not stepped in it", HEAD + MAIN + WARM],
])("they are two where %s", (_, text) => {
  expect(
    read(text)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(["StepLR", "UntunedLinearWarmup"]);
});
