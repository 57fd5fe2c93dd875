import { describe, expect, test } from "vitest";
import { read } from "../src/index.ts";

/** A training with Accelerate: what its accelerator is made with, what it prepares, and where it steps. */
function script(accelerator: string, prepared: string, loop: string): string {
  return `import torch
from accelerate import Accelerator
accelerator = Accelerator(${accelerator})
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=96)
${prepared}
for epoch in range(3):
    for batch in range(10):
${loop}`;
}

const ACCUMULATED =
  "        with accelerator.accumulate(model):\n            optimizer.step()\n            scheduler.step()\n";
const PLAIN = "        optimizer.step()\n        scheduler.step()\n";
const BOTH = "model, optimizer, loader, scheduler = accelerator.prepare(model, optimizer, loader, scheduler)";
const ALONE = "scheduler = accelerator.prepare_scheduler(scheduler)";
const NONE = "model, optimizer = accelerator.prepare(model, optimizer)";

const of = (accelerator: string, prepared: string, loop: string, processes?: number) => {
  const values = processes === undefined ? {} : { "accelerator.num_processes": processes };
  const [reading] = read(script(accelerator, prepared, loop), { values });
  const { every, run, isUnclocked, needs = [] } = reading ?? {};
  return { every: every?.count, steps: run?.steps, isUnclocked, needs: needs.map(({ name }) => name) };
};

describe("a scheduler that Accelerate prepares", () => {
  test.each<[string, string, string, string, number | undefined, number]>([
    ["makes a step for each process", "", BOTH, PLAIN, 1 / 4, 30],
    ["so by itself", "", ALONE, PLAIN, 1 / 4, 30],
    ["makes one where batches are split", "split_batches=True", BOTH, PLAIN, undefined, 30],
    [
      "makes one where its loaders' configuration splits them",
      "dataloader_config=DataLoaderConfiguration(split_batches=True)",
      BOTH,
      PLAIN,
      undefined,
      30,
    ],
    ["is stepped with updates alone", "gradient_accumulation_steps=4", BOTH, ACCUMULATED, 1 / 4, 9],
    ["makes one a call on its own", "step_scheduler_with_optimizer=False", BOTH, PLAIN, undefined, 30],
    [
      "makes one a batch on its own, where gradients accumulate",
      "step_scheduler_with_optimizer=False, gradient_accumulation_steps=2",
      BOTH,
      ACCUMULATED,
      1 / 2,
      15,
    ],
    [
      "makes one a batch without it, where gradients accumulate",
      "gradient_accumulation_steps=5",
      NONE,
      ACCUMULATED,
      1 / 5,
      6,
    ],
    ["is a plain one without it", "", NONE, PLAIN, undefined, 30],
  ])("%s", (_, accelerator, prepared, loop, every, steps) => {
    expect(of(accelerator, prepared, loop, 4)).toEqual({ every, steps, isUnclocked: undefined, needs: [] });
  });

  test("is read for one process where nobody says how many there are, and says so", () => {
    const one = { every: undefined, steps: 30, isUnclocked: true, needs: ["accelerator.num_processes"] };
    expect(of("", BOTH, PLAIN)).toEqual(one);
    expect(of("", BOTH, PLAIN, 1)).toEqual({ ...one, isUnclocked: undefined, needs: [] });
  });

  test("asks whether batches are split where a name says it", () => {
    expect(of("split_batches=args.split", BOTH, PLAIN, 2)).toEqual({
      ...{ every: undefined, steps: 30, isUnclocked: true, needs: ["args.split"] },
    });
  });

  test("is not stepped several times by what tells it where it is", () => {
    expect(of("", BOTH, "        scheduler.step(epoch * 10 + batch)\n", 2).every).toBeUndefined();
  });

  test("asks for the processes once, by what the schedule itself counts them with", () => {
    const text = script("", BOTH, PLAIN).replace("T_max=96", "T_max=96 * accelerator.num_processes");
    const [asked] = read(text);
    expect(asked?.needs.map(({ name }) => name)).toEqual(["accelerator.num_processes"]);
    expect(asked?.program).toBeUndefined();
    const [known] = read(text, { values: { "accelerator.num_processes": 3 } });
    expect(known?.every?.count).toBe(1 / 3);
    expect(known?.notes.map(({ text: told }) => told)).toContain(
      "accelerator.prepare makes step() 3 steps at every update, one for each process",
    );
  });
});
