import { type Plan, schedule } from "anneal";
import { describe, expect, it } from "vitest";
import { parsePython } from "../../src/python/parsePython.ts";
import { readDocument } from "../../src/read.ts";
import type { Reading } from "../../src/reading.ts";

const example = (imports: string, module: string): string => `# 设置训练参数
${imports}
num_epochs = 100
batch_size = 32
learning_rate = 0.01

model = MyModel()
optimizer = optim.SGD(model.parameters(), lr=learning_rate)

scheduler = ${module}.WarmupMultiFactorScheduler(
    optimizer,
    factor=0.1,
    warmup_epochs=5,
    milestones=[30, 60, 90],
    warmup_lr=0.001,
    warmup_strategy="linear"
)

for epoch in range(num_epochs):
    scheduler.step(epoch)
    train(model, optimizer, scheduler, epoch)
    print('Epoch:', epoch, 'Learning Rate:', optimizer.param_groups[0]['lr'])
`;

const read = (text: string): readonly Reading[] => readDocument(parsePython(text), {});

function curveOf(reading: Reading | undefined): readonly number[] {
  const lr = schedule(reading?.program?.lr as Plan, reading?.run as { base: number });
  return Array.from({ length: 100 }, (_, epoch) => lr(epoch));
}

/** What the article says of each epoch. */
const curve = Array.from({ length: 100 }, (_, epoch) =>
  epoch < 5 ? 0.001 + ((0.01 - 0.001) * epoch) / 5 : 0.01 * 0.1 ** [30, 60, 90].filter((one) => one <= epoch).length,
);

describe("the article's example", () => {
  it.each([
    ["import torch\nimport torch.optim as optim\nimport torch.optim.lr_scheduler as lr_scheduler", "lr_scheduler"],
    ["import torch\nimport torch.optim as optim", "torch.optim.lr_scheduler"],
    ["from torch import optim\nfrom torch.optim import lr_scheduler", "lr_scheduler"],
    ["import utils\nimport torch.optim as optim", "utils.lr_scheduler"],
    ["from torch import optim", "optim.lr_scheduler"],
    ["import torch.optim as optim", "lr_scheduler"],
  ])("%s: %s.WarmupMultiFactorScheduler", (imports, module) => {
    const readings = read(example(imports, module));
    expect(readings.map(({ name, needs, problems }) => [name, needs, problems])).toEqual([
      ["WarmupMultiFactorScheduler", [], []],
    ]);
    const [reading] = readings;
    expect(reading?.run).toEqual({ base: 0.01, steps: 100 });
    const rates = curveOf(reading);
    expect([0, 5, 30, 60, 90].map((epoch) => rates[epoch])).toEqual([0.001, 0.01, 0.001, 0.0001, 0.00001]);
    rates.forEach((rate, epoch) => {
      expect(Math.abs(rate - (curve[epoch] as number))).toBeLessThanOrEqual(1e-12 * rate);
    });
  });

  it("has its plan also where the optimizer is not in the text, and asks for the rate", () => {
    const [reading] = read(`scheduler = torch.optim.lr_scheduler.WarmupMultiFactorScheduler(
    optimizer, factor=0.1, warmup_epochs=5, milestones=[30, 60, 90], warmup_lr=0.001, warmup_strategy="linear"
)`);
    expect(reading?.needs.map(({ name }) => name)).toEqual(["lr"]);
    expect(curveOf({ ...(reading as Reading), run: { base: 0.01 } })[60]).toBe(0.0001);
  });

  it("has one warm-up rate for each group", () => {
    const [reading] = read(`optimizer = torch.optim.SGD([{"params": a, "lr": 0.1}, {"params": b}], lr=0.01)
scheduler = torch.optim.lr_scheduler.WarmupMultiFactorScheduler(optimizer, milestones=[], warmup_lr=[0.02, 0.001])`);
    expect(reading?.bases).toEqual([0.1, 0.01]);
    const plans = reading?.program?.lr as readonly Plan[];
    expect(plans.map((plan, i) => schedule(plan, { base: reading?.bases?.[i] as number })(0))).toEqual([0.02, 0.001]);
  });
});
