import { format, type Plan, schedule } from "anneal";
import { describe, expect, it } from "vitest";
import { type Reading, read, type Values } from "../../src/index.ts";

const only = (text: string, values: Values = {}): Reading => read(text, { values })[0] as Reading;
const rates = ({ program, run, functions = {} }: Reading, at: readonly number[]): readonly string[] =>
  at.map(schedule(program?.lr as Plan, run ?? {}, { functions })).map(format);

const SGD = "import torch\nimport numpy as np\nopt = torch.optim.SGD(m.parameters(), lr=0.1)\n";
const SET = 'for g in optimizer.param_groups:\n            g["lr"] = lr\n';

describe("a rate that is set under a condition", () => {
  it("is the optimizer's own until then", () => {
    const text = `${SGD}for epoch in range(30):\n    if epoch >= 10:\n        for g in opt.param_groups:\n            g["lr"] = 0.01\n`;
    expect(rates(only(text), [0, 9, 10, 29])).toEqual(["0.1", "0.1", "0.01", "0.01"]);
  });

  it("is what it was set to last, by a table of epochs", () => {
    const text = `def adjust_learning_rate(optimizer, epoch, args):
    if args.lradj == "type1":
        table = {epoch: args.rate * (0.5 ** ((epoch - 1) // 1))}
    elif args.lradj == "type2":
        table = {2: 5e-5, 4: 1e-5, 6: 5e-6}
    if epoch in table.keys():
        lr = table[epoch]
        ${SET}`;
    const first = only(text, { "args.lradj": "type1", "args.rate": 0.1 });
    expect(rates(first, [1, 2, 3])).toEqual(["0.1", "0.05", "0.025"]);
    expect(only(text, { "args.lradj": "type2", "args.rate": 0.1 }).needs.map(({ name }) => name)).toEqual(["lr"]);
    const second = only(text, { "args.lradj": "type2", "args.rate": 0.1, lr: 0.3 });
    expect(rates(second, [0, 1, 2, 3, 4, 5, 7])).toEqual([
      "0.3",
      "0.3",
      "0.00005",
      "0.00005",
      "0.00001",
      "0.00001",
      "0.000005",
    ]);
  });

  it("counts the milestones of an array", () => {
    const text = `${SGD}def adjust_learning_rate(optimizer, epoch):
    drops = np.sum(epoch > np.asarray([3, 5]))
    if drops > 0:
        lr = 0.1 * 0.1**drops
        ${SET}`;
    expect(rates(only(text), [0, 3, 4, 5, 6])).toEqual(["0.1", "0.1", "0.01", "0.01", "0.001"]);
  });
});

describe("a function that is given what counts only sometimes", () => {
  const text = (condition: string) => `${SGD}def adjust_learning_rate(optimizer, step):
    for g in optimizer.param_groups:
        g["lr"] = 0.1 * 0.5**step
step_index = 0
for i in range(100):
    if ${condition}:
        step_index += 1
        adjust_learning_rate(opt, step_index)
`;

  it("is told to be a part alone", () => {
    const { notes, unit } = only(text("i in (30, 60)"));
    const told = notes.map((note) => note.text).join("\n");
    expect(told).toContain('step_index, which counts only where "i in (30, 60)": this is its part alone');
    expect(unit).toBeUndefined();
  });

  it("is by updates where it counts these", () => {
    expect(only(text("(i + 1) % accumulate == 0")).unit).toBe("update");
  });
});
