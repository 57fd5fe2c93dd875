import { type Plan, schedule } from "anneal";
import { describe, expect, it } from "vitest";
import { TABLES } from "../../../anneal/test/parity/tables.ts";
import { flags } from "../../src/notations/flags.ts";
import { json } from "../../src/notations/json.ts";
import { yaml } from "../../src/notations/yaml.ts";
import { readDocument } from "../../src/read.ts";
import type { Reading, Values } from "../../src/reading.ts";
import { warmupUpdates } from "../../src/transformers/warmupUpdates.ts";

const read = (document: ReturnType<typeof json>, values: Values = {}): Reading => {
  const [only, ...others] = readDocument(document, { values });
  expect(others).toEqual([]);
  return only as Reading;
};

const rates = ({ program, run }: Reading, ...at: readonly number[]): readonly number[] =>
  at.map(schedule(program?.lr as Plan, run ?? {}));

const names = (list: readonly { readonly name: string }[]): readonly string[] => list.map(({ name }) => name);
const texts = ({ notes }: Reading): string => notes.map(({ text }) => text).join("\n");

const LLAMA_FACTORY = `
model_name_or_path: some/model
cutoff_len: 2048
per_device_train_batch_size: 1
gradient_accumulation_steps: 8
learning_rate: 1e-4
num_train_epochs: 3.0
lr_scheduler_type: cosine
warmup_ratio: 0.1
`;

describe("the warm-up", () => {
  it("has as many updates as get_warmup_steps says", () => {
    const cases = TABLES.get("transformers")?.schedules.get_warmup_steps?.cases ?? [];
    const own = cases.map(({ config }) => {
      const { warmup_steps, num_training_steps } = config as Readonly<Record<string, number>>;
      return warmupUpdates({ warmup_steps: warmup_steps as number, warmup_ratio: null }, num_training_steps as number);
    });
    expect(own).toEqual(cases.map((one) => (one.values as number[])[0]));
    expect(own.length).toBeGreaterThan(100);
  });

  it("is warmup_steps where both are written", () => {
    const reading = read(json('{"lr_scheduler_type":"constant_with_warmup","warmup_steps":4,"warmup_ratio":0.5}'));
    expect(rates(reading, 0, 2, 4)).toEqual([0, 2.5e-5, 5e-5]);
    expect(texts(reading)).toContain("warmup_ratio (0.5) does not");
    expect(reading.needs).toEqual([]);
  });

  it("is a share of the run below 1, rounded up", () => {
    const text = '{"lr_scheduler_type":"linear","warmup_steps":0.1,"max_steps":25,"learning_rate":1}';
    expect(rates(read(json(text)), 0, 1, 3, 25)).toEqual([0, 1 / 3, 1, 0]);
  });
});

describe("the updates", () => {
  it("are asked for, by the facts that they are counted from", () => {
    const reading = read(yaml(LLAMA_FACTORY));
    expect(reading.program).toBeUndefined();
    expect(names(reading.needs)).toEqual(["samples", "processes"]);
    expect(reading.needs[0]?.place).toEqual({ line: 8, column: 1 });
  });

  it("are counted as the Trainer does", () => {
    // ceil(1001 / 2) batches by 8: 63 updates in an epoch, of which the last is of 5 batches.
    const reading = read(yaml(LLAMA_FACTORY), { samples: 1001, processes: 2 });
    expect(reading.run).toMatchObject({ steps: 189, stepsPerEpoch: 63, samplesPerStep: 16, base: 1e-4 });
    expect(rates(reading, 0, 19, 189)).toEqual([0, 1e-4, 0]);
    expect(texts(reading)).toContain("transformers 4 counts 186");
    expect(reading.unit).toBe("update");
  });

  it("may be given themselves", () => {
    expect(rates(read(yaml(LLAMA_FACTORY), { num_training_steps: 100 }), 10, 100)).toEqual([1e-4, 0]);
  });

  it("are not asked for where nothing depends on them", () => {
    const reading = read(json('{"lr_scheduler_type":"inverse_sqrt","warmup_steps":100}'));
    expect([reading.needs, rates(reading, 100)]).toEqual([[], [5e-5]]);
  });
});

describe("the notations", () => {
  it("tell of numbers that are text in YAML", () => {
    expect(texts(read(yaml(LLAMA_FACTORY), { num_training_steps: 100 }))).toContain("learning_rate: 1e-4 is text");
    const floor = `${LLAMA_FACTORY.replace("cosine", "cosine_with_min_lr")}lr_scheduler_kwargs: {min_lr: 1e-5}\n`;
    expect(rates(read(yaml(floor), { num_training_steps: 100 }), 100)[0]).toBeCloseTo(1e-5, 15);
  });

  it("may be a command line, with dashes or not", () => {
    const text = `accelerate launch run_clm.py --learning-rate 2e-5 --lr_scheduler_type=polynomial --max_steps 1_000 \\
      --lr_scheduler_kwargs '{"power": 2, "lr_end": 0}' --warmup_steps 100`;
    const reading = read(flags(text));
    expect(rates(reading, 100, 550, 1000)).toEqual([2e-5, 5e-6, 0]);
  });

  it("may have the enumeration's members as Python prints them", () => {
    const text = '{"lr_scheduler_type":"SchedulerType.COSINE","max_steps":10,"learning_rate":1}';
    expect(rates(read(json(text)), 0, 10)).toEqual([1, 0]);
  });
});

describe("a saved state", () => {
  const state = (rate: number): string =>
    JSON.stringify({
      global_step: 4,
      max_steps: 10,
      log_history: [
        { step: 5, learning_rate: rate },
        { step: 6, eval_loss: 1 },
      ],
    });

  it("asks for what it does not have", () => {
    const reading = read(json(state(0.5)));
    expect(names(reading.needs)).toEqual(["learning_rate", "lr_scheduler_type", "warmup_steps"]);
    expect(reading.program).toBeUndefined();
  });

  it.each([
    [0.5, "0.00"],
    [0.6, "0.00"],
    [0.7, "0.143"],
  ])("is compared with the rates that were logged: %s", (rate, deviation) => {
    const values = { lr_scheduler_type: "linear", learning_rate: 1, warmup_steps: 0 };
    const reading = read(json(state(rate)), values);
    expect(rates(reading, 0, 10)).toEqual([1, 0]);
    expect(texts(reading)).toContain(`the furthest is ${deviation} of the peak away`);
  });
});

describe("what is wrong", () => {
  it.each([
    ['{"lr_scheduler_type":"cosinus","max_steps":9}', /line 1, column 2, lr_scheduler_type: expected "linear" or/],
    [
      '{"lr_scheduler_type":"linear","max_steps":1.5}',
      /max_steps: expected a whole number, above 0 where it counts, received 1.5/,
    ],
    ['{"lr_scheduler_type":"linear","max_steps":9,"warmup_steps":-1}', /warmup_steps: expected a number from 0/],
    ['{"lr_scheduler_type":"linear","max_steps":9,"lr_scheduler_kwargs":{"num_cycles":1}}', /num_cycles.*received 1/],
    ['{"lr_scheduler_type":"linear","max_steps":9,"lr_scheduler_kwargs":{"num_training_steps":1}}', /one value.*two/],
    ['{"lr_scheduler_type":"cosine_with_min_lr","max_steps":9}', /exactly one of the two, received none/],
    ['{"lr_scheduler_type":"polynomial","max_steps":9,"learning_rate":1e-8}', /lr_end: expected below the optimizer's/],
  ])("%s", (text, message) => {
    expect(() => read(json(text))).toThrow(message);
  });
});
