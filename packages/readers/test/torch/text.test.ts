import { type Plan, schedule } from "anneal";
import { describe, expect, it } from "vitest";
import { parsePython } from "../../src/python/parsePython.ts";
import { readDocument } from "../../src/read.ts";
import type { Reading, Values } from "../../src/reading.ts";

const read = (text: string, values: Values = {}): readonly Reading[] => readDocument(parsePython(text), { values });

const IMPORTS = "import torch\nfrom torch.optim.lr_scheduler import *\n";
const OPTIMIZER = "optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)\n";

function rates({ program, run }: Reading, steps: readonly number[]): readonly number[] {
  const lr = schedule(program?.lr as Plan, run as { base: number });
  return steps.map(lr);
}

describe("several schedulers of one optimizer", () => {
  const loop = `${IMPORTS}${OPTIMIZER}one = ExponentialLR(optimizer, gamma=0.5)
other = MultiStepLR(optimizer, milestones=[2], gamma=0.1)
`;

  it("that step one after the other multiply each other", () => {
    const readings = read(`${loop}for epoch in range(20):\n    train()\n    one.step()\n    other.step()\n`);
    expect(readings.map(({ name }) => name)).toEqual(["ExponentialLR", "MultiStepLR", "ExponentialLR and MultiStepLR"]);
    const [, , both] = readings;
    rates(both as Reading, [0, 1, 2, 3]).forEach((rate, step) => {
      expect(rate).toBeCloseTo([0.1, 0.05, 0.0025, 0.00125][step] as number, 15);
    });
  });

  it("that step in different blocks are one of both clocks", () => {
    const readings = read(`${loop}for epoch in range(20):\n    for x in data:\n        one.step()\n    other.step()\n`);
    expect(readings.map(({ name }) => name)).toEqual(["ExponentialLR and MultiStepLR"]);
  });
});

describe("the groups of an optimizer", () => {
  const groups = (text: string) => {
    const [{ bases, run, notes = [], isUnclocked } = {}] = read(`${IMPORTS}${text}scheduler = StepLR(optimizer, 3)\n`);
    return { rates: bases ?? run?.base, isUnclocked, notes: notes.map((one) => one.text).join() };
  };
  const SGD = "optimizer = torch.optim.SGD(groups, lr=0.1)\n";

  it.each<[string, string, unknown]>([
    [
      "that are added to it",
      'optimizer = torch.optim.SGD(a.parameters(), lr=0.1)\noptimizer.add_param_group({"params": b.parameters(), "lr": 0.02})\n',
      [0.1, 0.02],
    ],
    [
      "that are added with its own rate",
      'optimizer = torch.optim.SGD([{"params": a, "lr": 0.5}], lr=0.1)\noptimizer.add_param_group({"params": b})\n',
      [0.5, 0.1],
    ],
    [
      "that a loop appends",
      `groups = []\nfor i in range(3):\n  groups.append({"params": m[i].parameters(), "lr": 0.1 * 0.5 ** (2 - i)})\n${SGD}`,
      [0.025, 0.05, 0.1],
    ],
    [
      "that a loop over several appends",
      `groups = []\nfor module, rate in [(a, 0.3), (b, 0.4)]:\n  groups.append(dict(params=module.parameters(), lr=rate))\n${SGD}`,
      [0.3, 0.4],
    ],
  ])("are those %s", (_, text, rates) => {
    const { isUnclocked, ...read } = groups(text);
    expect([read.rates, isUnclocked]).toEqual([rates, undefined]);
  });

  it.each<[string, string]>([
    [
      "appended for layers that are not known",
      `groups = []\nfor i, layer in enumerate(model.children()):\n  groups.append({"params": layer, "lr": 0.1 * 0.5 ** i})\n${SGD}`,
    ],
    [
      "added in a loop",
      'optimizer = torch.optim.SGD(a, lr=0.1)\nfor layer in layers:\n  optimizer.add_param_group({"params": layer, "lr": rate(layer)})\n',
    ],
    [
      "added under a condition",
      'optimizer = torch.optim.SGD(a, lr=0.1)\nif args.head:\n  optimizer.add_param_group({"params": head, "lr": 0.2})\n',
    ],
  ])("that are not read are told: %s", (_, text) => {
    const { isUnclocked, notes } = groups(text);
    expect([isUnclocked, notes]).toEqual([true, expect.stringContaining("that are not read")]);
  });
});

describe("facts that a text does not have", () => {
  it("are asked for by its own words, and block only what needs them", () => {
    const text = `${IMPORTS}optimizer = torch.optim.AdamW(model.parameters(), lr=args.lr)
scheduler = OneCycleLR(optimizer, max_lr=0.1, epochs=10, steps_per_epoch=len(loader))
`;
    const [open] = read(text);
    expect(open?.needs.map(({ name }) => name)).toEqual(["len(loader)"]);
    expect(open?.program).toBeUndefined();
    const [reading] = read(text, { "len(loader)": 100 });
    expect(Object.keys(reading?.program ?? {})).toEqual(["lr", "beta1"]);
    expect(rates(reading as Reading, [0, 299, 999])).toEqual([0.004, 0.1, 4e-7]);
  });

  it("do not block a plan that is relative to them", () => {
    const [reading] = read(`${IMPORTS}optimizer = torch.optim.SGD(p, lr=args.lr)\ns = StepLR(optimizer, 30)\n`);
    expect(reading?.needs.map(({ name }) => name)).toEqual(["args.lr"]);
    expect(reading?.program?.lr).toMatchObject({ kind: "exponential", every: 30, factor: 0.1 });
  });

  it("are how many steps there are where there is no closed form", () => {
    const text = `${IMPORTS}${OPTIMIZER}s = MultiplicativeLR(optimizer, lambda e: 0.5 if e < 3 else 1)\n`;
    expect(read(text)[0]?.needs.map(({ name }) => name)).toEqual(["steps"]);
    expect(rates(read(text, { steps: 10 })[0] as Reading, [0, 1, 2, 9])).toEqual([0.1, 0.05, 0.025, 0.025]);
  });
});

describe("old and wrong arguments", () => {
  it("reads verbose, and a last_epoch as a later start", () => {
    const [reading] = read(`${IMPORTS}${OPTIMIZER}s = StepLR(optimizer, 10, 0.5, 14, verbose=True)\n`);
    expect(rates(reading as Reading, [0, 5])).toEqual([0.05, 0.025]);
    expect(reading?.notes.length).toBe(1);
  });

  it("reads SequentialLR's own last_epoch as milestones that come sooner", () => {
    const parts = "[LinearLR(optimizer, 0.1, 1.0, 5), CosineAnnealingLR(optimizer, 10)], [5]";
    const [reading] = read(`${IMPORTS}${OPTIMIZER}s = SequentialLR(optimizer, ${parts}, last_epoch=2)\n`);
    // As PyTorch 1.13 and 2 give them.
    const theirs = [0.1, 0.28, 1, 0.97553, 0.90451, 0.79389].map((factor) => 0.1 * factor);
    expect(rates(reading as Reading, [0, 1, 2, 3, 4, 5])).toEqual(theirs.map((one) => expect.closeTo(one, 6)));
    expect(reading?.notes[0]?.text).toContain("only its milestones come 3 sooner");
    const late = `${IMPORTS}${OPTIMIZER}s = SequentialLR(optimizer, ${parts}, last_epoch=4)\n`;
    expect(() => read(late)).toThrow("SequentialLR(last_epoch): expected -1, or less than 4");
  });

  it("takes a last_epoch that is not known for none", () => {
    const [reading] = read(`${IMPORTS}${OPTIMIZER}s = StepLR(optimizer, 10, last_epoch=args.start - 1)\n`);
    expect(rates(reading as Reading, [0])).toEqual([0.1]);
    expect(reading?.notes[0]?.text).toContain("args.start - 1");
  });

  it.each([
    ["LinearLR(optimizer, start_factor=1.5)", "LinearLR(start_factor)"],
    ["OneCycleLR(optimizer, max_lr=0.1)", "OneCycleLR(total_steps)"],
    ["OneCycleLR(optimizer, [0.1, 0.2], total_steps=10)", "OneCycleLR(max_lr)"],
    ["CosineAnnealingLR(optimizer, 0)", "CosineAnnealingLR(T_max)"],
    ["StepLR(optimizer, 10, gama=0.5)", "StepLR(gama)"],
    ["SequentialLR(optimizer, [StepLR(optimizer, 3)], [3])", "SequentialLR(milestones)"],
    ["SequentialLR(optimizer, [ReduceLROnPlateau(optimizer)], [])", "SequentialLR(schedulers)"],
    ["CyclicLR(torch.optim.Adagrad(p), 0.1, 0.2)", "CyclicLR(cycle_momentum)"],
  ])("refuses %s, with its place", (call, path) => {
    expect(() => read(`${IMPORTS}${OPTIMIZER}s = ${call}\n`)).toThrow(
      new RegExp(`line 4, column \\d+, ${path.replace(/[()]/g, "\\$&")}`),
    );
  });
});
