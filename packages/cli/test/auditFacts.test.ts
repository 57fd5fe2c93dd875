import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { anneal } from "./fakeIo.ts";

const folder = mkdtempSync(join(tmpdir(), "audit-facts-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join("\n")}\n`);
  return path;
}

const script = (scheduler: string, perEpoch: boolean) => [
  "import torch",
  "optimizer = torch.optim.SGD([{'params': a}, {'params': b}], lr=0.1)",
  `scheduler = torch.optim.lr_scheduler.${scheduler}`,
  "for epoch in range(30):",
  "    for x, y in loader:",
  "        optimizer.step()",
  `${perEpoch ? "    " : "        "}scheduler.step()`,
];
const cosine = (update: number) => 0.05 * (1 + Math.cos((Math.PI * update) / 1000));
const updates = Array.from({ length: 100 }, (_, i) => 10 * i);
const train = file("train.py", script("CosineAnnealingLR(optimizer, T_max=1000)", false));
const epochs = file("epochs.py", script("MultiStepLR(optimizer, milestones=[10, 20])", true));
const stairs = file("stairs.csv", [
  "step,epoch,lr",
  ...Array.from({ length: 300 }, (_, i) => `${10 * i},${Math.floor(i / 10)},${0.1 * 0.1 ** Math.floor(i / 100)}`),
]);

it("reads what a console prints", async () => {
  const log = file("train.log", [
    "loading",
    ...updates.map((update) => `iter ${update}: loss 2.31, lr ${cosine(update).toFixed(5)}, time 12ms`),
  ]);
  const { code, out } = await anneal(["audit", train, log]);
  expect(code).toBe(0);
  expect(out).toContain(`${log}: console`);
  expect(out).toMatch(/^lr.*: agrees/m);
  expect(out).toContain("5 decimals");
});

it("knows by the table's text how rates were rounded", async () => {
  const rows = updates.map((update) => `${update},${cosine(update).toFixed(2)}`);
  const { code, out } = await anneal(["audit", train, file("rounded.csv", ["step,lr", ...rows])]);
  expect([code, out]).toEqual([0, expect.stringContaining("2 decimals")]);
});

it("takes the length of an epoch from the log, and says where a flag says another", async () => {
  const { code, out, err } = await anneal(["audit", epochs, stairs]);
  expect([code, out]).toEqual([0, expect.stringContaining("agrees to rounding")]);
  expect(err).toContain("--steps-per-epoch 100 is taken from the log's steps and epochs");
  const other = await anneal(["audit", epochs, stairs, "--steps-per-epoch", "10"]);
  expect(other.code).toBe(1);
  expect(other.err).toContain("the log's steps and epochs say that an epoch has 100 updates, and --steps-per-epoch 10");
  const same = await anneal(["audit", epochs, stairs, "--steps-per-epoch", "100"]);
  expect([same.code, same.err]).toEqual([0, expect.not.stringContaining("the log's steps and epochs")]);
});

it("asks for --steps where nothing is known and nothing fits", async () => {
  const plan = "sequence({plan: linear({from: 0, to: '1x', over: 100}), until: 100}, constant({value: '1x'}))";
  const odd = (update: number) => 0.05 + 0.03 * Math.sin(update / 37) ** 3;
  const log = file("odd.csv", ["step,lr", ...updates.map((update) => `${update},${odd(update)}`)]);
  const { code, err } = await anneal(["audit", plan, log, "--base", "0.1"]);
  expect(code).toBe(1);
  expect(err).toContain("nothing says how long the run is: with --steps more bugs can be told");
  const known = await anneal(["audit", plan, log, "--base", "0.1", "--steps", "1000"]);
  expect(known.err).not.toContain("nothing says how long the run is");
});

it("titles a picture of groups by the worst of them, and draws a log that agrees with its plan once", async () => {
  const rows = updates.map((update) => `${update},${cosine(update)},0.1`);
  const log = file("groups.csv", ["step,lr_group0,lr_group1", ...rows]);
  const picture = join(folder, "groups.svg");
  const { code, out } = await anneal(["audit", train, log, "-o", picture]);
  expect(code).toBe(1);
  expect(out).not.toContain("do not rule out");
  const drawn = readFileSync(picture, "utf8");
  expect(drawn).toContain("lr, group 1: a group that was never scheduled");
  expect(drawn).toContain("lr, group 0: plan = log");
  expect(drawn).toContain("lr, group 1: log");
});

it("tells no more than is likely, and of what does not fit how much it explains", async () => {
  const plan = "cosine({from: '1x', to: 0, over: 1000})";
  const half = (update: number) => (update < 600 ? cosine(2 * update) : 0.3 * cosine(update) + 0.01 * Math.sin(update));
  const log = file("half.csv", ["step,lr", ...updates.map((update) => `${update},${half(update)}`)]);
  const { out } = await anneal(["audit", plan, log, "--base", "0.1"]);
  expect(out).toContain("no known signature fits");
  expect(out).toMatch(/nearly {6}.*: it explains \d+ of the \d+ rows that\s+tell it/);
  expect(out).not.toMatch(/^ {2}or /m);
});
