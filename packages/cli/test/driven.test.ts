import { describe, expect, it } from "vitest";
import { anneal } from "./fakeIo.ts";

describe("a schedule that follows a metric", () => {
  const stdin = `import torch
from torch.optim.lr_scheduler import ReduceLROnPlateau
opt = torch.optim.SGD(m.parameters(), lr=0.1)
s = ReduceLROnPlateau(opt, mode="max", factor=0.2, patience=3, min_lr=1e-5)
for e in range(40):
    train(); s.step(val_acc)
`;

  it.each(["csv", "python", "optax"])("is converted to %s, but not exactly", async (to) => {
    const { code, err } = await anneal(["convert", "-", "--to", to, "--steps", "40"], { stdin });
    expect([code, err]).toEqual([1, expect.stringContaining("a metric scales lr: by how much is not known, and left")]);
    expect(err).toMatch(/^not exact\n/);
  });

  it("is not the same as its plan", async () => {
    const words = ["diff", "-", 'constant({value: "1x"})', "--base", "0.1", "--steps", "40"];
    const { code, out } = await anneal(words, { stdin });
    expect([code, out]).toEqual([1, expect.stringContaining("a metric scales a: no plan says how")]);
  });

  it("is gone over to without its controllers, which is said", async () => {
    const words = ["--base", "0.1", "--at", "12", "--steps", "40", "--with", "steps=80", "--with", "plan=-"];
    const { code, err } = await anneal(["resume", "cosine({from: 1, to: 0, over: 40})", ...words], { stdin });
    expect([code, err]).toEqual([0, expect.stringContaining("note: -: a metric scales lr: by how much is not known")]);
  });

  it.each(["plan", "state"])("is not emitted as a %s, for nobody knows its scale", async (what) => {
    const words = ["resume", "-", "--at", "12", "--steps", "40", "--with", "steps=80", "--policy", "keep"];
    expect((await anneal(words, { stdin })).code).toBe(0);
    const { code, out, err } = await anneal([...words, "--emit", what], { stdin });
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("a metric scales lr, by what only a Scheduler's saved state says: emit from that");
  });
});
