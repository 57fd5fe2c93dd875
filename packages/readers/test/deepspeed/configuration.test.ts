import { type Plan, schedule } from "anneal";
import { describe, expect, it } from "vitest";
import { json } from "../../src/notations/json.ts";
import { parsePython } from "../../src/python/parsePython.ts";
import { readDocument } from "../../src/read.ts";
import type { Reading, Values } from "../../src/reading.ts";

const read = (text: string, values: Values = {}): Reading => {
  const [only, ...others] = readDocument(json(text), { values });
  expect([others, only?.framework]).toEqual([[], "deepspeed"]);
  return only as Reading;
};

const rates = ({ program, run }: Reading, ...at: readonly number[]): readonly number[] =>
  at.map(schedule(program?.lr as Plan, run ?? {}));

const AUTO = `{
  "optimizer": {"type": "AdamW", "params": {"lr": "auto", "betas": "auto"}},
  "scheduler": {
    "type": "WarmupDecayLR",
    "params": {
      "warmup_min_lr": "auto", "warmup_max_lr": "auto", "warmup_type": "linear",
      "warmup_num_steps": "auto", "total_num_steps": "auto"
    }
  },
  "train_batch_size": 32
}`;

describe('"auto"', () => {
  it("is asked for by the Trainer's names, with its place", () => {
    const { needs, program } = read(AUTO);
    expect(needs.map(({ name }) => name).sort()).toEqual(["learning_rate", "num_training_steps", "warmup_steps"]);
    expect(needs.find(({ name }) => name === "num_training_steps")?.place).toEqual({ line: 7, column: 35 });
    expect(program).toBeUndefined();
  });

  it("is what the Trainer puts there", () => {
    const reading = read(AUTO, { learning_rate: 0.5, num_training_steps: 8, warmup_steps: 4 });
    // The table's first case: the first rate is there twice.
    expect(rates(reading, 0, 1, 2, 3, 5, 7, 9)).toEqual([0, 0, 0.125, 0.25, 0.5, 0.25, 0]);
    expect(reading.run).toEqual({ base: 0.5, steps: 8, samplesPerStep: 32 });
    expect(reading.unit).toBe("update");
  });

  it("is one update of a warm-up where there is none, which DeepSpeed makes two", () => {
    const reading = read(AUTO, { learning_rate: 0.5, num_training_steps: 8, warmup_steps: 0 });
    expect(rates(reading, 1, 2, 3)).toEqual([0, 0.25, 0.5]);
  });
});

describe("a configuration", () => {
  it("may have one of PyTorch's schedulers", () => {
    const scheduler = '"scheduler": {"type": "StepLR", "params": {"step_size": 2, "gamma": 0.5}}';
    const reading = read(
      `{"optimizer": {"type": "SGD", "params": {"lr": 0.1}}, ${scheduler}, "zero_optimization": {"stage": 1}}`,
    );
    expect(rates(reading, 0, 2, 4)).toEqual([0.1, 0.05, 0.025]);
  });

  it("may be a dictionary of a Python text", () => {
    const params = '{"warmup_max_lr": 0.1, "warmup_num_steps": 1 + 3, "warmup_type": "linear"}';
    const text = `import deepspeed\nds_config = {"scheduler": {"type": "WarmupLR", "params": ${params}}}\n`;
    const [reading] = readDocument(parsePython(text), {});
    expect(rates(reading as Reading, 1, 3, 5)).toEqual([0, 0.05, 0.1]);
  });

  it("needs the rate where the schedule is a share of it", () => {
    const text = '{"scheduler": {"type": "WarmupCosineLR", "params": {"total_num_steps": 100}}}';
    expect(read(text).needs.map(({ name }) => name)).toEqual(["lr"]);
  });

  it("cycles the first of betas where the optimizer has them", () => {
    const params = '{"cycle_min_lr": 0.1, "cycle_max_lr": 1, "cycle_first_step_size": 4}';
    const of = (type: string) =>
      read(`{"optimizer": {"type": "${type}"}, "scheduler": {"type": "OneCycle", "params": ${params}}}`);
    expect(Object.keys(of("Adam").program ?? {})).toEqual(["lr", "beta1", "beta2"]);
    expect(Object.keys(of("SGD").program ?? {})).toEqual(["lr"]);
  });

  it.each([
    ['{"type": "WarmupLR", "params": {"warmup_num_steps": 0}}', /WarmupLR\(warmup_num_steps\).*whole number above 0/],
    ['{"type": "WarmupLR", "params": {"warmup_steps": 9}}', /WarmupLR\(warmup_steps\): expected one of optimizer/],
    ['{"type": "WarmupDecayLR", "params": {}}', /WarmupDecayLR\(total_num_steps\): expected a value, received none/],
    ['{"type": "OneCycle", "params": {"cycle_min_lr": "auto", "cycle_max_lr": 1}}', /cycle_min_lr.*received "auto"/],
  ])("is refused: %s", (scheduler, message) => {
    expect(() => read(`{"scheduler": ${scheduler}}`)).toThrow(message);
  });

  it("with a schedule that nobody has is refused", () => {
    const text = '{"fp16": {"enabled": true}, "scheduler": {"type": "__proto__", "params": {}}}';
    expect(() => read(text)).toThrow(/scheduler.type: expected LRRangeTest, OneCycle/);
  });
});
