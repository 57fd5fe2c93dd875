import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { anneal } from "./fakeIo.ts";

const folder = mkdtempSync(join(tmpdir(), "clock-"));
afterAll(() => rmSync(folder, { recursive: true }));

const HEAD = "import torch\nfrom torch.optim.lr_scheduler import *\nopt = torch.optim.SGD(p, lr=0.1)\n";
const RESTARTS = "s = CosineAnnealingWarmRestarts(opt, T_0=5, T_mult=2, eta_min=1e-4)\n";
const BATCHES = "for epoch in range(35):\n  for i, b in enumerate(loader):\n";

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const light = (scheduler: string, interval: string, frequency: number, length: string) =>
  `import lightning as L, torch\nclass M(L.LightningModule):\n  def configure_optimizers(self):\n    opt = torch.optim.SGD(self.parameters(), lr=0.1)\n    s = torch.optim.lr_scheduler.${scheduler}\n    return {"optimizer": opt, "lr_scheduler": {"scheduler": s, "interval": "${interval}", "frequency": ${frequency}}}\nL.Trainer(${length}).fit(M())\n`;

const files = {
  after: file("after.py", `${HEAD}${RESTARTS}${BATCHES}    opt.step()\n    s.step(epoch + i / len(loader))\n`),
  before: file("before.py", `${HEAD}${RESTARTS}${BATCHES}    s.step(epoch + i / len(loader))\n    opt.step()\n`),
  whole: file("whole.py", `${HEAD}${RESTARTS}${BATCHES}    opt.step()\n    s.step(epoch)\n`),
  wholeBefore: file("wholeBefore.py", `${HEAD}${RESTARTS}${BATCHES}    s.step(epoch)\n    opt.step()\n`),
  lambda: file(
    "lambda.py",
    `${HEAD}s = LambdaLR(opt, lambda e: 1 / (1 + e) ** 0.5)\n${BATCHES}    s.step(epoch + i / n)\n    opt.step()\n`,
  ),
  thirds: file(
    "thirds.py",
    `${HEAD}s = ExponentialLR(opt, gamma=0.9)\nfor epoch in range(20):\n  for i in range(30):\n    opt.step()\n    if (i + 1) % 3 == 0:\n      s.step()\n`,
  ),
  open: file(
    "open.py",
    `${HEAD}s = ExponentialLR(opt, gamma=0.9)\nfor epoch in range(20):\n  for i, b in enumerate(loader):\n    opt.step()\n    if (i + 1) % 3 == 0:\n      s.step()\n`,
  ),
  early: file(
    "early.py",
    `${HEAD}s = StepLR(opt, 4)\nfor epoch in range(12):\n  s.step()\n  for b in loader:\n    opt.step()\n`,
  ),
  late: file(
    "late.py",
    `import torch\nfrom timm.scheduler import StepLRScheduler\nopt = torch.optim.SGD(p, lr=0.1)\ns = StepLRScheduler(opt, decay_t=4, decay_rate=0.5)\nfor epoch in range(12):\n  for b in loader:\n    opt.step()\n  s.step(epoch)\n`,
  ),
  batches: file(
    "batches.py",
    `${HEAD}s = CosineAnnealingLR(opt, 80)\nfor epoch in range(8):\n  for i, b in enumerate(loader):\n    if (i + 1) % 2 == 0:\n      opt.step()\n    s.step()\n`,
  ),
  uneven: file(
    "uneven.py",
    `${HEAD}s = ExponentialLR(opt, gamma=0.9)\nfor epoch in range(20):\n  for i in range(31):\n    opt.step()\n    if (i + 1) % 3 == 0:\n      s.step()\n`,
  ),
  several: file(
    "several.py",
    `${HEAD}s = StepLR(opt, 30)\nfor epoch in range(9):\n  for b in data:\n    opt.step()\n    s.step()\n  s.step()\n`,
  ),
  epochs: file("epochs.py", light("StepLR(opt, step_size=4, gamma=0.5)", "epoch", 3, "max_epochs=24")),
  cosine: file("cosine.py", light("CosineAnnealingLR(opt, 100)", "epoch", 3, "max_epochs=24")),
  steps: file("steps.py", light("ExponentialLR(opt, 0.9)", "step", 2, "max_steps=400")),
};

/** The rates of a file, of as many updates as it trains. */
async function rates(path: string, ...flags: string[]): Promise<readonly number[]> {
  const { out } = await anneal(["table", path, "--every", "1", "--json", ...flags]);
  return (JSON.parse(out) as { rows: { values: number[] }[] }).rows.map(({ values: [rate = Number.NaN] }) => rate);
}

async function convert(path: string, to: string, ...flags: string[]) {
  const { code, out } = await anneal(["convert", path, "--to", to, "--json", ...flags]);
  return { ...(JSON.parse(out) as { code: string; exact: boolean; notes: string[] }), exitCode: code };
}

/** PyTorch's warm restarts of 5, 10 and 20 epochs. */
function restarts(epoch: number): number {
  const [start, length] = epoch < 5 ? [0, 5] : epoch < 15 ? [5, 10] : [15, 20];
  return 1e-4 + ((0.1 - 1e-4) * (1 + Math.cos((Math.PI * (epoch - start)) / length))) / 2;
}

function expectNear(received: readonly number[], expected: readonly number[]): void {
  expect(received.length).toBe(expected.length);
  expect(Math.max(...received.map((rate, i) => Math.abs(rate - (expected[i] as number))))).toBeLessThan(1e-12);
}

const EACH = ["--steps-per-epoch", "10"];

describe("a schedule that is told what part of the epochs is done", () => {
  const each = Array.from({ length: 350 }, (_, t) => t);

  it("moves with every update", async () => {
    expectNear(
      await rates(files.before, ...EACH),
      each.map((t) => restarts(t / 10)),
    );
    expectNear(
      await rates(files.after, ...EACH),
      each.map((t) => restarts(Math.max(t - 1, 0) / 10)),
    );
    expectNear(
      await rates(files.lambda, ...EACH),
      each.map((t) => 0.1 / (1 + t / 10) ** 0.5),
    );
  });

  it("moves with every epoch, one update late, where it is told whole ones after the update", async () => {
    // PyTorch's own rates around the first epochs' ends and the restarts, of 10 updates an epoch.
    const theirs: readonly (readonly [number, number])[] = [
      [0, 0.1],
      [9, 0.1],
      [10, 0.1],
      [11, 0.09046039886902862],
      [20, 0.09046039886902862],
      [21, 0.06548539886902863],
      [50, 0.00963960113097138],
      [51, 0.1],
      [150, 0.002544727011057081],
      [151, 0.1],
    ];
    const whole = await rates(files.whole, ...EACH);
    expectNear(
      theirs.map(([t]) => whole[t] as number),
      theirs.map(([, rate]) => rate),
    );
    expectNear(
      whole,
      each.map((t) => restarts(Math.floor(Math.max(t - 1, 0) / 10))),
    );
    expectNear(
      await rates(files.wholeBefore, ...EACH),
      each.map((t) => restarts(Math.floor(t / 10))),
    );
    expect(await rates(files.whole)).toHaveLength(35);
  });

  it("is told that an epoch has one update", async () => {
    const [epochs, one] = [Array.from({ length: 35 }, (_, t) => t), ["--steps-per-epoch", "1"]];
    expectNear(await rates(files.before, ...one), epochs.map(restarts));
    for (const late of [files.after, files.whole]) {
      expectNear(
        await rates(late, ...one),
        epochs.map((t) => restarts(Math.max(t - 1, 0))),
      );
    }
    expect((await convert(files.after, "plan", ...one)).notes.join()).not.toContain("--steps-per-epoch");
  });

  it("is converted as that, and only where an epoch's updates are known", async () => {
    const torch = await convert(files.before, "pytorch", ...EACH);
    expect(torch.code).toContain("CosineAnnealingWarmRestarts(optimizer, T_0=50, T_mult=2, eta_min=1e-4)");
    expect([torch.exact, torch.exitCode]).toEqual([true, 0]);
    const formula = await convert(files.lambda, "python", ...EACH);
    expect(formula.code).toContain("step / 10");
    expect(formula.code).not.toContain("//");
    for (const to of ["pytorch", "python", "csv", "plan", "keras"]) {
      const { exact, exitCode, notes } = await convert(files.after, to);
      expect([exact, exitCode]).toEqual([false, 1]);
      expect(notes.join("\n")).toContain("its rate moves at every update");
    }
  });

  it("agrees with the log of such a run", async () => {
    const rows = each.map((t) => `${t},${restarts(Math.max(t - 1, 0) / 10)}\n`);
    const log = file("log.csv", `step,lr\n${rows.join("")}`);
    const { code, out } = await anneal(["audit", files.after, log, ...EACH]);
    expect(code).toBe(0);
    expect(out).toMatch(/^lr: agrees(?! after)/m);
    expect((await anneal(["diff", files.before, files.after, ...EACH])).code).toBe(1);
  });
});

describe("a schedule that is stepped once in several epochs or updates", () => {
  it("is read so", async () => {
    const stepped = (count: number, every: number, factor: number) =>
      Array.from({ length: count }, (_, t) => 0.1 * factor ** Math.floor(t / every));
    expectNear(await rates(files.epochs, ...EACH), stepped(240, 120, 0.5));
    expectNear(await rates(files.epochs), stepped(24, 12, 0.5));
    expectNear(await rates(files.thirds), stepped(600, 3, 0.9));
    expectNear(await rates(files.steps, ...EACH), stepped(400, 2, 0.9));
    const cosine = (t: number) => 0.05 * (1 + Math.cos((Math.PI * Math.floor(t / 30)) / 100));
    expectNear(
      await rates(files.cosine, ...EACH),
      Array.from({ length: 240 }, (_, t) => cosine(t)),
    );
  });

  it("is converted so", async () => {
    expect((await convert(files.epochs, "pytorch")).code).toContain("step_size=12");
    expect((await convert(files.epochs, "pytorch", ...EACH)).code).toContain("step_size=120");
    const { code, exact } = await convert(files.cosine, "python", ...EACH);
    expect([code.includes("step // 30"), exact]).toEqual([true, true]);
    const { exact: kept, notes } = await convert(files.cosine, "plan", ...EACH);
    expect([kept, notes.join("\n").includes("is no data")]).toEqual([false, true]);
  });

  it("is not exact where epochs begin to count anew and that does not come out even", async () => {
    expect(await convert(files.steps, "csv", ...EACH)).toMatchObject({ exact: true, exitCode: 0 });
    expect(await convert(files.steps, "csv")).toMatchObject({ exact: false, exitCode: 1 });
    expect(await convert(files.thirds, "csv")).toMatchObject({ exact: true, exitCode: 0 });
    const { exact, notes } = await convert(files.open, "csv", "--steps", "60");
    expect([exact, notes.join("\n").includes("no multiple of 3")]).toEqual([false, true]);
    // 10 of the 31 updates of an epoch are followed by a step.
    const calls = (t: number) => 10 * Math.floor(t / 31) + Math.floor((t % 31) / 3);
    const expected = Array.from({ length: 620 }, (_, t) => 0.1 * 0.9 ** calls(t));
    expectNear(await rates(files.uneven), expected);
    expectNear(await rates(files.open, "--steps-per-epoch", "31"), expected);
    expect(await convert(files.uneven, "csv")).toMatchObject({ exact: true, exitCode: 0 });
  });

  it("is as early or late as it is stepped, or as it is told", async () => {
    const of = (epoch: (t: number) => number, factor: number) =>
      Array.from({ length: 120 }, (_, t) => 0.1 * factor ** Math.floor(epoch(Math.floor(t / 10)) / 4));
    expectNear(
      await rates(files.early, ...EACH),
      of((epoch) => epoch + 1, 0.1),
    );
    expectNear(
      await rates(files.late, ...EACH),
      of((epoch) => Math.max(epoch - 1, 0), 0.5),
    );
  });

  it("is stepped several times an update where it counts batches", async () => {
    const cosine = (t: number) => 0.05 * (1 + Math.cos((Math.PI * (2 * t + 1)) / 80));
    expectNear(
      await rates(files.batches, "--set", "len(loader)=10"),
      Array.from({ length: 40 }, (_, t) => cosine(t)),
    );
    const { exact, notes } = await convert(files.batches, "csv", "--steps", "40");
    expect([exact, notes.join("\n").includes("multiple of 2 batches")]).toEqual([false, true]);
  });

  it("is not exact where it cannot be told how often", async () => {
    const { exact, exitCode, notes } = await convert(files.several, "pytorch");
    expect([exact, exitCode]).toEqual([false, 1]);
    expect(notes.join("\n")).toContain("what one step is cannot be told");
  });
});
