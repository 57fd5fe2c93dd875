import { type Plan, schedule } from "anneal";
import { describe, expect, test } from "vitest";
import { read } from "../../src/index.ts";

const HEAD = `import torch
from torch.optim.lr_scheduler import *
opt = torch.optim.SGD(p, lr=0.1)
`;
const WARM = "warm = LinearLR(opt, start_factor=0.1, total_iters=6)\n";
const DROPS = "drops = MultiStepLR(opt, milestones=[4, 8], gamma=0.1)\n";

/** The rates of all updates of the only schedule that a text has. */
function ratesOf(text: string, values: Readonly<Record<string, number>> = {}): readonly number[] {
  const readings = read(text, { values });
  expect(readings.map(({ needs, problems }) => [needs, problems])).toEqual([[[], []]]);
  const [{ program, run, functions = {} } = {}] = readings;
  const at = schedule(program?.lr as Plan, run, { functions });
  return Array.from({ length: run?.steps ?? 0 }, (_, t) => at(t));
}

function expectNear(received: readonly number[], expected: readonly number[]): void {
  expect(received.length).toBe(expected.length);
  for (const [i, rate] of received.entries()) expect(Math.abs(rate - (expected[i] as number))).toBeLessThan(1e-12);
}

const warmed = (t: number) => (t < 6 ? 0.1 + (0.9 * t) / 6 : 1);
const dropped = (epoch: number) => (epoch < 4 ? 1 : epoch < 8 ? 0.1 : 0.01);
const both = Array.from({ length: 36 }, (_, t) => 0.1 * warmed(t) * dropped(Math.floor(t / 3)));
const BATCHES = "for epoch in range(12):\n  for x in loader:\n    opt.step()\n";

describe("schedulers of one optimizer at different clocks", () => {
  test.each<[string, string]>([
    ["by a count of updates", `it = 0\n${BATCHES}    if it < 6: warm.step()\n    it += 1\n  drops.step()\n`],
    ["counted before", `it = 0\n${BATCHES}    it += 1\n    if it <= 6:\n      warm.step()\n  drops.step()\n`],
    ["by epochs", `${BATCHES}    if epoch < 2:\n      warm.step()\n  drops.step()\n`],
    ["otherwise", `${BATCHES}    if epoch > 1:\n      pass\n    else:\n      warm.step()\n  drops.step()\n`],
    ["always", `${BATCHES}    warm.step()\n  drops.step()\n`],
    [
      "counted in an epoch",
      `for epoch in range(12):\n  n = 0\n  for x in loader:\n    opt.step()\n    if epoch * 3 + n < 6: warm.step()\n    n += 1\n  drops.step()\n`,
    ],
    [
      "in a function",
      `def train(epoch):\n  for x in loader:\n    opt.step()\n    warm.step()\nfor epoch in range(12):\n  train(epoch)\n  drops.step()\n`,
    ],
  ])("are one schedule: %s", (_, loop) => {
    expectNear(ratesOf(HEAD + WARM + DROPS + loop, { "len(loader)": 3 }), both);
  });

  test("one of which is made in the first epoch, as torchvision's references do", () => {
    const text = `${HEAD}drops = StepLR(opt, 3)
for epoch in range(10):
  warm = None
  if epoch == 0:
    warm = LinearLR(opt, start_factor=0.001, total_iters=min(1000, len(loader) - 1))
  for x in loader:
    opt.step()
    if warm is not None:
      warm.step()
  drops.step()
`;
    // PyTorch's own.
    const first = [0.0001, 0.05005, 0.1];
    const theirs = Array.from({ length: 30 }, (_, t) => first[t] ?? 0.1 * 0.1 ** Math.floor(t / 9));
    expectNear(ratesOf(text, { "len(loader)": 3 }), theirs);
    // However long that is.
    const [long] = read(text, { values: { "len(loader)": 100_000 } });
    expect([long?.problems, long?.run?.steps, JSON.stringify(long?.program?.lr)]).toEqual([
      [],
      1_000_000,
      expect.stringContaining('"every":300000'),
    ]);
  });

  test("one of which follows the other, as weight averaging's does", () => {
    const text = `${HEAD}cosine = CosineAnnealingLR(opt, T_max=8)
swa = torch.optim.swa_utils.SWALR(opt, swa_lr=0.05, anneal_epochs=2)
for epoch in range(12):
  for x in loader:
    opt.step()
  if epoch > 8:
    swa.step()
  else:
    cosine.step()
`;
    const rates = ratesOf(text);
    expect(rates[4]).toBeCloseTo(0.05, 12);
    expect(rates[8]).toBeCloseTo(0, 12);
    // PyTorch's own, to the end.
    expect(rates[9]).toBeCloseTo(0.1 * 0.5 * (1 - Math.cos(Math.PI / 8)), 12);
    expect(read(text)[0]?.unit).toBe("epoch");
  });

  test("that Lightning steps", () => {
    const text = `import torch, lightning as L
class M(L.LightningModule):
  def configure_optimizers(self):
    opt = torch.optim.SGD(self.parameters(), lr=0.1)
    warm = torch.optim.lr_scheduler.LinearLR(opt, start_factor=0.1, total_iters=6)
    drops = torch.optim.lr_scheduler.MultiStepLR(opt, milestones=[4, 8], gamma=0.1)
    return [opt], [{"scheduler": warm, "interval": "step"}, {"scheduler": drops, "interval": "epoch"}]
L.Trainer(max_epochs=12).fit(M())
`;
    expectNear(ratesOf(text, { steps_per_epoch: 3 }), both);
    expect(read(text)[0]?.needs.map(({ name }) => name)).toEqual(["steps_per_epoch"]);
  });

  test("ask for what they need", () => {
    const [reading] = read(`${HEAD}${WARM}${DROPS}${BATCHES}    if epoch < args.warm: warm.step()\n  drops.step()\n`);
    expect([reading?.program, reading?.needs.map(({ name }) => name)]).toEqual([undefined, ["len(loader)"]]);
    const [other] = read(`${HEAD}${WARM}${DROPS}${BATCHES}    if epoch < args.warm: warm.step()\n  drops.step()\n`, {
      values: { "len(loader)": 3 },
    });
    expect(other?.needs.map(({ name }) => name)).toEqual(["args.warm"]);
  });

  test("say so where it cannot be told when", () => {
    const readings = read(`${HEAD}${WARM}${DROPS}${BATCHES}    if loss(x) < best: warm.step()\n  drops.step()\n`);
    expect(readings.map(({ name, isUnclocked }) => [name, isUnclocked])).toEqual([
      ["LinearLR", true],
      ["MultiStepLR", true],
    ]);
    expect(readings[0]?.notes.map(({ text }) => text).join()).toContain("MultiStepLR steps the same optimizer");
  });

  test("are alternatives where a condition chooses one", () => {
    const text = `${HEAD}if args.warm:\n  a = StepLR(opt, 3)\nelse:\n  b = ExponentialLR(opt, 0.9)\nfor epoch in range(9):\n  opt.step()\n  if args.warm:\n    a.step()\n  else:\n    b.step()\n`;
    expect(read(text).map(({ name, isUnclocked }) => [name, isUnclocked])).toEqual([
      ["StepLR", undefined],
      ["ExponentialLR", undefined],
    ]);
  });
});
