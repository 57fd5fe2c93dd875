import { describe, expect, it } from "vitest";
import { read } from "../src/read.ts";
import type { Values } from "../src/reading.ts";

const runOf = (code: string, values: Values = {}) => read(code, { values }).map(({ run }) => run?.steps);

const optimizer = "import torch\noptimizer = torch.optim.SGD(model.parameters(), lr=0.1)\n";

describe("how long a run is, where its text says so", () => {
  it("is OneCycleLR's total_steps, after which it makes no other", () => {
    const make = (given: string) =>
      `${optimizer}scheduler = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=0.1, ${given})\n`;
    expect(runOf(make("total_steps=80"))).toEqual([80]);
    expect(runOf(make("epochs=3, steps_per_epoch=12"))).toEqual([36]);
    const loop = (inner: string) => `for epoch in range(5):\n    for x in loader:\n${inner}`;
    expect(runOf(make("total_steps=80") + loop("        scheduler.step()\n"))).toEqual([80]);
    // Stepped once an epoch it is not what it was made for.
    expect(runOf(make("total_steps=80") + loop("        pass\n    scheduler.step()\n"))).toEqual([5]);
  });

  it("is the epochs of a loop, each as long as the caller says", () => {
    const code = `${optimizer}scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, 0.9)
for epoch in range(5):
    for x, y in LOADER:
        optimizer.step()
        scheduler.step()
`;
    for (const loader of ["loader", "tqdm(loader)"]) {
      expect(runOf(code.replace("LOADER", loader))).toEqual([undefined]);
      expect(runOf(code.replace("LOADER", loader), { "len(loader)": 7 })).toEqual([35]);
    }
    expect(runOf(code.replace("x, y in LOADER", "i, x in enumerate(loader)"), { "len(loader)": 7 })).toEqual([35]);
  });

  it("is not one epoch, where that is all that is shown of a loop", () => {
    const code = `${optimizer}scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, 5 * len(loader))
for x in loader:
    scheduler.step()
`;
    expect(runOf(code, { "len(loader)": 7 })).toEqual([undefined]);
  });

  it("is how often the loops tell timm's schedulers an update", () => {
    const code = `import torch
from timm.scheduler import CosineLRScheduler
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = CosineLRScheduler(optimizer, t_initial=100, t_in_epochs=False)
for epoch in range(12):
    for i in range(20):
        scheduler.step_update(epoch * 20 + i)
    scheduler.step(epoch + 1)
`;
    expect(runOf(code)).toEqual([240]);
  });

  it("is how often a loop asks a function for the rate", () => {
    const code = `import torch
def get_lr(it):
    return 0.1 * (it + 1) / 50 if it < 50 else 0.1
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
for step in range(300):
    lr = get_lr(step)
    for group in optimizer.param_groups:
        group["lr"] = lr
    optimizer.step()
`;
    expect(runOf(code)).toEqual([300]);
  });
});
