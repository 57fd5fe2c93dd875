import { expect, it } from "vitest";
import { anneal } from "./fakeIo.ts";

const stdin = `import torch
from torch.optim.lr_scheduler import *
optimizer = torch.optim.SGD(p, lr=0.1)
scheduler = CosineAnnealingLR(optimizer, T_max=90)
for epoch in range(90):
  for x in train_loader:
    optimizer.step()
  scheduler.step()
`;

it("asks for the updates of an epoch only where they are not given", async () => {
  const words = ["convert", "-", "--to", "optax"];
  const asked = await anneal(words, { stdin });
  expect(asked.err).toContain("the code counts updates: --steps-per-epoch says how many one has");
  const given = await anneal([...words, "--steps-per-epoch", "1"], { stdin });
  expect([given.code, given.out]).toEqual([0, asked.out]);
  expect(given.err).not.toContain("--steps-per-epoch");
});
