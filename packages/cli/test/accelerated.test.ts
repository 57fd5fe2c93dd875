import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { anneal } from "./fakeIo.ts";

const folder = mkdtempSync(join(tmpdir(), "anneal-"));
const script = (
  total: string,
  loop = "        lr_scheduler.step()\n",
  warmup = "20 * accelerator.num_processes",
): string => `import torch
from accelerate import Accelerator
from transformers import get_scheduler
accelerator = Accelerator()
optimizer = torch.optim.AdamW(model.parameters(), lr=0.1)
lr_scheduler = get_scheduler("cosine", optimizer, num_warmup_steps=${warmup}, num_training_steps=${total})
model, optimizer, loader, lr_scheduler = accelerator.prepare(model, optimizer, loader, lr_scheduler)
for epoch in range(3):
    for batch in loader:
        optimizer.step()
${loop}`;

const own = join(folder, "own.py");
writeFileSync(own, script("96 * accelerator.num_processes"));
const fixed = join(folder, "fixed.py");
writeFileSync(fixed, script("96", undefined, "20"));
const epochs = join(folder, "epochs.py");
writeFileSync(epochs, script("24", "    lr_scheduler.step()\n", "0").replace("range(3)", "range(12)"));

/** What Accelerate's scheduler really gives at an update, counted in steps of all processes or not. */
const truth = (step: number, warmup: number, total: number): number =>
  step < warmup ? (0.1 * step) / warmup : 0.05 * (1 + Math.cos((Math.PI * (step - warmup)) / (total - warmup)));

async function rates(file: string, ...words: readonly string[]): Promise<readonly number[]> {
  const { code, out } = await anneal(["table", file, "--csv", "--every", "1", ...words]);
  expect(code).toBe(0);
  return out
    .trim()
    .split("\n")
    .slice(1)
    .map((row) => Number(row.split(",").at(-1)));
}

describe("a scheduler that Accelerate prepares", () => {
  test.each([1, 2, 4, 8])("has the rates that it has with %d processes", async (n) => {
    const of = await rates(own, "--set", `accelerator.num_processes=${n}`, "--steps", "96");
    expect(of).toHaveLength(96);
    for (const [update, rate] of of.entries()) expect(rate).toBeCloseTo(truth(update * n, 20 * n, 96 * n), 14);
    const plain = await rates(fixed, "--set", `accelerator.num_processes=${n}`, "--steps", String(96 / n));
    for (const [update, rate] of plain.entries()) expect(rate).toBeCloseTo(truth(update * n, 20, 96), 14);
  });

  test("makes all of its steps at an epoch's end where it is stepped there", async () => {
    const words = ["--set", "accelerator.num_processes=2", "--steps", "120", "--steps-per-epoch", "10"];
    const of = await rates(epochs, ...words);
    for (const [update, rate] of of.entries()) {
      const epoch = of.length === 12 ? update : Math.floor(update / 10);
      expect(rate).toBeCloseTo(truth(epoch * 2, 0, 24), 14);
    }
  });

  test("is right to check where it counts the steps of all processes, and wrong where it does not", async () => {
    const clean = await anneal(["check", own, "--steps", "96", "--processes", "4", "--accumulate", "2"]);
    expect({ code: clean.code, out: clean.out.includes("AN015") }).toEqual({ code: 0, out: false });
    const short = await anneal(["check", fixed, "--steps", "96", "--processes", "4"]);
    expect(short.code).toBe(1);
    expect(short.out).toContain("the decay is over after 24 of 96 steps");
  });

  test("is no bug to audit where it counts them, and one where it does not", async () => {
    const log = join(folder, "log.jsonl");
    const write = (at: (update: number) => number) =>
      writeFileSync(log, Array.from({ length: 48 }, (_, i) => `{"step":${i},"lr":${at(i)}}\n`).join(""));
    write((update) => truth(update * 2, 40, 192));
    const clean = await anneal(["audit", own, log, "--set", "accelerator.num_processes=2", "--processes", "2"]);
    expect({ code: clean.code, out: clean.out.includes("agrees") }).toEqual({ code: 0, out: true });
    write((update) => truth(update * 2, 20, 96));
    const bug = await anneal(["audit", fixed, log, "--processes", "2"]);
    expect({ code: bug.code, out: bug.out.includes("stepped once for each process") }).toEqual({ code: 1, out: true });
  });

  test("is not exact where nobody says how many processes there are", async () => {
    const { err } = await anneal(["convert", fixed, "--to", "pytorch"]);
    expect(err).toContain("not exact");
    expect(err).toContain("accelerator.num_processes says how many there are");
    const { err: known } = await anneal(["convert", fixed, "--to", "pytorch", "--set", "accelerator.num_processes=1"]);
    expect(known).not.toContain("not exact");
  });
});
