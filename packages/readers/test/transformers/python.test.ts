import { type Plan, schedule } from "anneal";
import { describe, expect, it } from "vitest";
import { parsePython } from "../../src/python/parsePython.ts";
import { readDocument } from "../../src/read.ts";
import type { Reading, Values } from "../../src/reading.ts";

const read = (text: string, values: Values = {}): Reading => {
  const [only, ...others] = readDocument(parsePython(text), { values });
  expect(others).toEqual([]);
  return only as Reading;
};

const rates = ({ program, run, bases }: Reading, ...at: readonly number[]): readonly number[] =>
  at.map(schedule(program?.lr as Plan, { ...run, ...(bases && { base: bases[0] as number }) }));

const names = ({ needs }: Reading): readonly string[] => needs.map(({ name }) => name);

describe("a text of Python", () => {
  const head = "import torch\nfrom transformers import get_linear_schedule_with_warmup, get_scheduler\n";

  it("has the optimizer's rate, and the counts by arithmetic", () => {
    const text = `${head}optimizer = torch.optim.AdamW(model.parameters(), lr=2e-5)
steps = 10 * 3
scheduler = get_linear_schedule_with_warmup(optimizer, num_warmup_steps=steps // 10, num_training_steps=steps)`;
    expect(rates(read(text), 0, 3, 30)).toEqual([0, 2e-5, 0]);
    expect(read(text).run).toEqual({ base: 2e-5, steps: 30 });
  });

  it("is asked for what it does not have", () => {
    const text = `${head}scheduler = get_scheduler("linear", optimizer, 0, len(loader) * 2)`;
    expect(names(read(text))).toEqual(["len(loader)"]);
    expect(rates(read(text, { "len(loader)": 5, lr: 1 }), 0, 5, 10)).toEqual([1, 0.5, 0]);
  });

  it("may have the enumeration's members", () => {
    const text = `from transformers import SchedulerType, get_scheduler
s = get_scheduler(SchedulerType.CONSTANT_WITH_WARMUP, opt, num_warmup_steps=4)`;
    expect(rates(read(text, { lr: 1 }), 0, 2, 4)).toEqual([0, 0.5, 1]);
  });

  it("may have the Trainer's arguments, with the class's own rate", () => {
    const text = `from trl import SFTConfig
args = SFTConfig("out", max_steps=10, warmup_ratio=0.2, lr_scheduler_type="linear", bf16=True)`;
    expect(rates(read(text), 0, 2, 10)).toEqual([0, 2e-5, 0]);
  });

  it("may have the arguments of a trainer that reads each prompt several times: its updates are asked for", () => {
    const text = `from trl import GRPOConfig
args = GRPOConfig(output_dir="out", num_train_epochs=2, warmup_ratio=0.1, lr_scheduler_type="linear")`;
    const { program, needs } = read(text, { samples: 1000, processes: 1 });
    expect(program).toBeUndefined();
    expect(needs.map(({ name }) => name)).toEqual(["num_training_steps"]);
    expect(rates(read(text, { num_training_steps: 100 }), 0, 10, 100)).toEqual([0, 1e-6, 0]);
    const limited = text.replace("GRPOConfig(", "RLOOConfig(max_steps=10, ").replace("GRPOConfig", "RLOOConfig");
    expect(rates(read(limited), 1, 10)).toEqual([1e-6, 0]);
  });

  it("may have Diffusers' copy and its rules", () => {
    const text = (name: string) => `from diffusers.optimization import get_scheduler
s = get_scheduler("${name}", optimizer=torch.optim.SGD(p, lr=1.0), step_rules="1:10,0.1:20,0.01", power=2.0,
    num_warmup_steps=0, num_training_steps=10)`;
    expect(rates(read(text("piecewise_constant")), 9, 10, 19, 20)).toEqual([1, 0.1, 0.1, 0.01]);
    expect(rates(read(text("polynomial")), 5)[0]).toBeCloseTo(0.25, 6);
  });
});
