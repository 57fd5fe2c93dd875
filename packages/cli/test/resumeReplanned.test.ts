import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Scheduler, type SchedulerState } from "anneal";
import { keep } from "anneal/resume";
import { afterAll, describe, expect, it } from "vitest";
import { anneal } from "./fakeIo.ts";

const folder = mkdtempSync(join(tmpdir(), "resume-replanned-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const trainer = (epochs: number, rate = "2e-5") => `
from transformers import Trainer, TrainingArguments
args = TrainingArguments(
    output_dir="out",
    learning_rate=${rate},
    per_device_train_batch_size=16,
    gradient_accumulation_steps=2,
    num_train_epochs=${epochs},
    warmup_ratio=0.06,
    lr_scheduler_type="cosine",
    logging_steps=50,
)
trainer = Trainer(model=model, args=args, train_dataset=ds)
trainer.train()
`;

const PER_UPDATE = `
import torch
from torch.optim.lr_scheduler import SequentialLR, LinearLR, CosineAnnealingLR
EPOCHS = 20
WARMUP = 200
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
total_steps = EPOCHS * len(train_loader)
scheduler = SequentialLR(
    optimizer,
    [LinearLR(optimizer, start_factor=0.01, total_iters=WARMUP),
     CosineAnnealingLR(optimizer, T_max=total_steps - WARMUP)],
    milestones=[WARMUP],
)
for epoch in range(EPOCHS):
    for x, y in train_loader:
        optimizer.step()
        scheduler.step()
`;

const PER_EPOCH = `
import torch
from torch.optim.lr_scheduler import CosineAnnealingLR
EPOCHS = 90
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = CosineAnnealingLR(optimizer, T_max=EPOCHS)
for epoch in range(EPOCHS):
    for x, y in train_loader:
        optimizer.step()
    scheduler.step()
`;

const FACTS = ["--set", "samples=25000", "--set", "processes=1"];

/** The curves of the policies, by name. */
async function curves(words: readonly string[]): Promise<Record<string, Record<string, number>>> {
  const { out, err } = await anneal(["resume", ...words, "--json"]);
  expect(out, err).not.toBe("");
  const { policies } = JSON.parse(out) as { policies: { policy: string; curves: Record<string, number>[] }[] };
  return Object.fromEntries(policies.map((one) => [one.policy, { ...one, ...one.curves[0] } as never]));
}

/** What the frameworks' own half cosine after a warm-up is. */
function cosineAt(step: number, warmup: number, total: number, base: number): number {
  return (base / 2) * (1 + Math.cos((Math.PI * (step - warmup)) / (total - warmup)));
}

describe("a source whose total is a number of its own", () => {
  it("is read again with more epochs, as who restarts it has it", async () => {
    const words = [file("hf.py", trainer(3)), ...FACTS, "--at", "50%", "--with", "epochs=6"];
    const { err } = await anneal(["resume", ...words]);
    expect(err).toContain("note: hf.py: read again with num_train_epochs = 6 instead of 3\n");
    const told = await curves(words);
    expect(told.replace).toMatchObject({ position: 1173, steps: 4692 });
    expect(told.replace?.after).toBeCloseTo(cosineAt(1173, 282, 4692, 2e-5), 12);
    for (const policy of ["replace", "rescale", "extend", "splice", "rewarm"]) {
      expect(told[policy]?.final).toBeLessThan(1e-10);
    }
  });

  it("is read again with another batch, in the same epochs", async () => {
    const words = [file("batch.py", trainer(3)), ...FACTS, "--at", "1173", "--with", "batch=64"];
    const { err } = await anneal(["resume", ...words]);
    expect(err).toContain("read again with per_device_train_batch_size = 32 instead of 16\n");
    const told = await curves(words);
    expect(told.replace).toMatchObject({ position: 586.5, steps: 1173 });
    expect(told.replace?.final).toBeLessThan(1e-9);
  });

  it("is read again where the total is computed, as long as its plan says the run was", async () => {
    const words = [file("train.py", PER_UPDATE), "--steps-per-epoch", "100", "--at", "1200", "--with", "epochs=40"];
    const told = await curves(words);
    expect(told.keep).toMatchObject({ position: 1200, steps: 2000 });
    expect(told.rescale).toMatchObject({ position: 2400, steps: 4000 });
    expect(told.replace?.after).toBeCloseTo(cosineAt(1200, 200, 4000, 0.1), 12);
    expect(told.extend?.final).toBeLessThan(1e-7);
    // A warm-up of as many updates is none of the run's length.
    const { err } = await anneal(["resume", ...words]);
    expect(err).toContain("read again with EPOCHS = 40 instead of 20");
    expect(err).not.toContain("WARMUP");
  });

  it("is read again with other facts that are given by name", async () => {
    const text = "scheduler = get_cosine_schedule_with_warmup(optimizer, 10, args.max_steps)\n";
    const code = `from transformers import get_cosine_schedule_with_warmup\n${text}`;
    const words = [file("own.py", code), "--base", "0.1", "--set", "args.max_steps=100", "--at", "55"];
    const told = await curves([...words, "--steps", "100", "--with", "steps=200"]);
    expect(told.replace?.after).toBeCloseTo(cosineAt(55, 10, 200, 0.1), 12);
  });

  it("counts epochs where its steps are epochs", async () => {
    const path = file("epochs.py", PER_EPOCH);
    for (const facts of [[], ["--steps-per-epoch", "100"]]) {
      const told = await curves([path, ...facts, "--at", "15ep", "--with", "epochs=180"]);
      expect(told.replace).toMatchObject({ position: 15, steps: 180 });
      expect(told.replace?.after).toBeCloseTo(cosineAt(15, 0, 180, 0.1), 12);
      expect(told.rescale).toMatchObject({ position: 30, steps: 180 });
    }
    const updates = ["--steps-per-epoch", "100", "--at", "1500", "--with", "steps=18000"];
    expect((await curves([path, ...updates])).replace).toMatchObject({ position: 15, steps: 180 });
    expect((await anneal(["resume", path, ...updates])).out).toContain("stopped after epoch 15 (16.7 % of 90)");
  });

  it("is marked where no text says what another total makes of it", async () => {
    const words = ["resume", "cosine({from: '1x', to: 0, over: 1000})", "--base", "0.1", "--at", "50%"];
    const { out, err } = await anneal([...words, "--with", "steps=3000"], { columns: 120 });
    expect(err).toContain("the run is taken to have 1000 updates, where the plan ends; --steps says otherwise");
    const rows = out.split("\n").filter((line) => /^(keep|replace|rescale|extend|splice|rewarm)/.test(line));
    const names = rows.map((line) => line.split(" ")[0]);
    expect(names).toEqual(["keep", "replace*", "rescale*", "extend", "splice*", "rewarm*"]);
    expect(out).toContain(
      "* the plan is made for 1000 updates, and goes on as it is: --with plan=… says another one\n",
    );
    const inJson = await anneal([...words, "--with", "steps=3000", "--json"]);
    const { policies } = JSON.parse(inJson.out) as { policies: { policy: string; madeFor: number | null }[] };
    expect(policies.map(({ policy, madeFor }) => `${policy}${madeFor === 1000 ? "*" : ""}`)).toEqual(names);
    expect(policies.filter(({ madeFor }) => madeFor === null).map(({ policy }) => policy)).toEqual(["keep", "extend"]);
    const same = await anneal([...words, "--with", "base=2x"]);
    expect(same.out).not.toContain("*");
    const rest = await anneal([
      ...words.with(1, "cosine({from: '1x', to: 0, over: 'rest'})"),
      "--steps",
      "1000",
      "--with",
      "steps=3000",
    ]);
    expect(rest.out).not.toContain("*");
  });

  it("asks how long the run was where nothing says it, and leaves no cell empty", async () => {
    const words = ["resume", "constant({value: '1x'})", "--base", "0.1", "--at", "5", "--with", "base=2x"];
    const { out } = await anneal(words);
    expect(out).toContain("\nrescale: --steps: how long was the run?\n");
    expect(out).toContain("\nsplice: --with steps=…: how long is the run to be?\n");
    expect(out).toMatch(/^keep +5 +– +0\.1 +0\.1 +0 +×1 +– +–$/m);
  });
});

describe("another plan", () => {
  it("has the run that its own text says, unless --with says it", async () => {
    const [three, six] = [file("three.py", trainer(3)), file("six.py", trainer(6, "1e-5"))];
    const words = [three, ...FACTS, "--at", "50%", "--with", `plan=${six}`];
    const told = await curves(words);
    expect(told.replace).toMatchObject({ position: 1173, steps: 4692 });
    expect(told.replace?.after).toBeCloseTo(cosineAt(1173, 282, 4692, 1e-5), 12);
    expect((await anneal(["resume", ...words])).err).toContain("note: six.py: its run has 4692 updates\n");
    const shorter = await curves([...words, "--with", "steps=3000", "--with", "base=3e-5"]);
    expect(shorter.replace).toMatchObject({ position: 1173, steps: 3000 });
    expect(shorter.replace?.after).toBeCloseTo(cosineAt(1173, 282, 4692, 3e-5), 12);
  });
});

describe("what is written", () => {
  it("says how it is loaded, and is loaded so", async () => {
    const out = join(folder, "next.json");
    const line = "linear({from: '1x', to: 0, over: 'rest'})";
    const words = ["resume", line, "--base", "0.1", "--steps", "1000", "--at", "500", "--with", "steps=3000"];
    const { err } = await anneal([...words, "--policy", "extend", "-o", out]);
    expect(err).toBe(
      `wrote ${out}\nit goes on at update 500\n` +
        "load it with new Scheduler(optimizer, state.program, state.run).restore(state)\n" +
        "or into a scheduler of your own with restore(state, keep), keep from anneal/resume\n",
    );
    const state = JSON.parse(readFileSync(out, "utf8")) as SchedulerState;
    const optimizer = { paramGroups: [{ lr: 0.1 }] };
    new Scheduler(optimizer, state.program, state.run).restore(state);
    const own = new Scheduler({ paramGroups: [{ lr: 0.1 }] }, { lr: { kind: "constant", value: "1x" } }, { steps: 7 });
    expect(() => own.restore(state)).toThrow("or new Scheduler(optimizer, state.program, state.run)");
    own.restore(state, keep);
    expect([own.position, own.rates().lr]).toEqual([500, optimizer.paramGroups.map(({ lr }) => lr)]);
    const plan = await anneal([...words, "--policy", "extend", "--emit", "plan"]);
    expect(plan.err).toBe("it goes on at update 500\n");
  });
});
