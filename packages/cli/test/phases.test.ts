import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { anneal } from "./fakeIo.ts";

const folder = mkdtempSync(join(tmpdir(), "phases-"));
afterAll(() => rmSync(folder, { recursive: true }));

const script = (name: string, scheduler: string, loop: string): string => {
  const path = join(folder, `${name}.py`);
  const head = "import torch\nfrom torch.optim.lr_scheduler import *\noptimizer = torch.optim.SGD(p, lr=0.1)\n";
  writeFileSync(path, `${head}scheduler = ${scheduler}\n${loop}`);
  return path;
};

const EPOCHS = (condition: string) =>
  `for epoch in range(40):\n    train()\n    if ${condition}:\n        scheduler.step()\n`;

async function rates(path: string, ...flags: readonly string[]) {
  const { code, out } = await anneal(["convert", path, "--to", "csv", ...flags]);
  const rows = out.trim().split("\n").slice(1);
  return { code, rates: rows.map((row) => Number(row.split(",")[1])) };
}

/** The rates of a loop that makes a step after some of its turns. */
function looped(count: number, isStep: (turn: number) => boolean, at: (steps: number) => number): readonly number[] {
  let steps = 0;
  return Array.from({ length: count }, (_, turn) => {
    const rate = at(steps);
    if (isStep(turn)) steps++;
    return rate;
  });
}

describe("a step at some turns of a loop", () => {
  it.each([
    ["epoch % 3 == 0", (turn: number) => turn % 3 === 0],
    ["epoch % 3 == 1", (turn: number) => turn % 3 === 1],
    ["epoch % 3 == 2", (turn: number) => turn % 3 === 2],
    ["(epoch + 2) % 4 == 1", (turn: number) => (turn + 2) % 4 === 1],
    ["not epoch % 5", (turn: number) => turn % 5 === 0],
    ["epoch > 3", (turn: number) => turn > 3],
    ["epoch % 3 == 0 and epoch > 0", (turn: number) => turn % 3 === 0 && turn > 0],
  ])("has the rates of the loop: %s", async (condition, isStep) => {
    const stairs = script("stairs", "StepLR(optimizer, step_size=4, gamma=0.5)", EPOCHS(condition));
    const own = await rates(stairs, "--steps", "40");
    expect(own.code).toBe(0);
    const expected = looped(40, isStep, (steps) => 0.1 * 0.5 ** Math.floor(steps / 4));
    own.rates.forEach((rate, turn) => {
      expect(rate).toBeCloseTo(expected[turn] as number, 14);
    });
    expect(own.rates.length).toBe(40);
    const cosine = script("cosine", "CosineAnnealingLR(optimizer, T_max=10)", EPOCHS(condition));
    const held = await rates(cosine, "--steps-per-epoch", "2", "--steps", "60");
    const wave = looped(30, isStep, (steps) => 0.05 * (1 + Math.cos((Math.PI * steps) / 10)));
    held.rates.forEach((rate, update) => {
      expect(rate).toBeCloseTo(wave[Math.floor(update / 2)] as number, 14);
    });
    expect([held.code, held.rates.length]).toEqual([0, 60]);
  });

  it("is not exact where nobody can tell which", async () => {
    for (const condition of ["epoch % 3", "epoch % n == 1"]) {
      const path = script("other", "StepLR(optimizer, step_size=4, gamma=0.5)", EPOCHS(condition));
      expect((await anneal(["convert", path, "--to", "pytorch"])).err).toMatch(/^not exact\n/m);
    }
  });
});
