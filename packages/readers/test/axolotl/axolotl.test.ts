import { type Plan, schedule } from "anneal";
import { describe, expect, it } from "vitest";
import { yaml } from "../../src/notations/yaml.ts";
import { readDocument } from "../../src/read.ts";
import type { Reading, Values } from "../../src/reading.ts";

const read = (text: string, values: Values = {}): Reading => {
  const [only, ...others] = readDocument(yaml(text), { values });
  expect([others, only?.framework]).toEqual([[], "axolotl"]);
  return only as Reading;
};

const STEPS = [0, 1, 2, 3, 5, 8, 10, 11];
const rates = ({ program, run, functions = {} }: Reading, at: readonly number[] = STEPS): readonly number[] =>
  at.map(schedule(program?.lr as Plan, run ?? {}, { functions }));
const close = (rates: readonly number[]): readonly number[] => rates.map((rate) => expect.closeTo(rate, 14));
const texts = ({ notes }: Reading): string => notes.map(({ text }) => text).join("\n");

const BASE = "base_model: some/model\nmicro_batch_size: 2\ngradient_accumulation_steps: 4\n";
const TEN = `${BASE}learning_rate: 1\nlr_scheduler: cosine\nmax_steps: 10\n`;

/** What axolotl 0.12's own functions give for the updates of STEPS. */
const QUADRATIC = [0, 1 / 9, 4 / 9, 1, 0.8117449009293668, 0.18825509907063326, 0, 0.04951556604879043];
const FLOOR = [0, 0.5, 1, 0.9657457896300791, 0.7222075445642904, 0.23180194846605365, 0.1, 0.1342542103699209];
const HELD = [0, 0.5, 1, 0.9397114317029974, 0.55, 0.1, 0.1, 0.1];

describe("axolotl's own cosines", () => {
  it.each([
    ["warmup_steps: 3\nlr_quadratic_warmup: true", QUADRATIC],
    ["warmup_steps: 2\ncosine_min_lr_ratio: 0.1", FLOOR],
    ["warmup_steps: 2\ncosine_min_lr_ratio: 1e-1\ncosine_constant_lr_ratio: 0.8", HELD],
  ])("%s", (text, values) => {
    expect(rates(read(TEN + text))).toEqual(close(values));
  });
});

describe("axolotl's reflected exponential", () => {
  const REX = TEN.replace("cosine", "rex");
  const [NONE, THREE, LEAST] = [
    [0.989010989010989, 0.975609756097561, 0.958904109589041, 0.9375, 0.8695652173913042, 0.5263157894736842, 0, 0],
    [1 / 3, 2 / 3, 1, 0.9836065573770493, 0.930232558139535, 0.625, 0, 0],
    [0.5, 1, 0.9873239436619718, 0.9709677419354837, 0.9181818181818181, 0.6294117647058822, 0.1, 0.1],
  ];

  it.each([
    ["warmup_steps: 0", NONE],
    ["warmup_steps: 3", THREE],
    ["warmup_steps: 2\ncosine_min_lr_ratio: 0.1", LEAST],
  ])("%s: what axolotl 0.12's RexLR gives", (text, values = []) => {
    expect(rates(read(REX + text))).toEqual(close(values));
  });

  it("has nothing but a floor after a warm-up of all updates, which is not exceeded", () => {
    expect(rates(read(`${REX}warmup_steps: 10`), [0, 9, 10])).toEqual(close([0.1, 1, 0]));
    expect(() => read(`${REX}warmup_steps: 11`)).toThrow(/warmup_steps: expected at most the updates \(10\)/);
    expect(() => read(`${REX}warmup_steps: 1\ncosine_min_lr_ratio: 2`)).toThrow(/cosine_min_lr_ratio/);
  });
});

describe("the warm-up", () => {
  it("is rounded down, and 1 update is 2", () => {
    expect(rates(read(`${TEN}warmup_ratio: 0.25`), [0, 1, 2])).toEqual([0, 0.5, 1]);
    expect(rates(read(`${TEN}warmup_ratio: 0.1`), [0, 1, 2])).toEqual([0, 0.5, 1]);
  });

  it("is 3 % where nothing is written, at most 100 updates", () => {
    const reading = read(TEN.replace("10", "100000"));
    expect(rates(reading, [50, 100])).toEqual([0.5, 1]);
    expect(texts(reading)).toContain("axolotl warms up for 100 updates");
    expect(rates(read(TEN.replace("10", "1000")), [15, 30])).toEqual([0.5, 1]);
  });

  it("is refused when it is written twice", () => {
    expect(() => read(`${TEN}warmup_steps: 2\nwarmup_ratio: 0.1`)).toThrow(/line 8, column 1, warmup_ratio/);
  });
});

describe("the updates", () => {
  const epochs = `${BASE}learning_rate: 2e-4\nlr_scheduler: linear\nnum_epochs: 3\nwarmup_steps: 10\n`;

  it("are counted as axolotl does, from facts that are asked for", () => {
    expect(read(epochs).needs.map(({ name }) => name)).toEqual(["samples", "processes"]);
    const reading = read(epochs, { samples: 1000, processes: 2 });
    // ceil(1000 * 3 / (2 * 4 * 2)).
    expect(reading.run).toEqual({ base: 2e-4, steps: 188, samplesPerStep: 16 });
    expect(rates(reading, [0, 10, 188])).toEqual([0, 2e-4, 0]);
  });

  it("of packed samples are asked for themselves", () => {
    const packed = `${epochs}sample_packing: true\n`;
    expect(read(packed).needs.map(({ name }) => name)).toEqual(["num_training_steps"]);
    expect(rates(read(packed, { num_training_steps: 50 }), [10, 50])).toEqual([2e-4, 0]);
  });
});

describe("what is wrong", () => {
  it.each([
    ["max_steps: 10", "max_steps: -1", /max_steps: expected updates above 0, received -1/],
    ["max_steps: 10", "max_steps: 10\nwarmup_steps: -2", /line 7.*warmup_steps: expected a number from 0/],
    ["max_steps: 10", "max_steps: 10\ncosine_min_lr_ratio: 2", /cosine_min_lr_ratio: expected a number from 0 to 1/],
    ["learning_rate: 1", "learning_rate: fast", /line 4, column 1, learning_rate: expected a finite number/],
  ])("%s as %s", (written, wrong, message) => {
    expect(() => read(TEN.replace(written, wrong))).toThrow(message);
  });
});

describe("what has no plan", () => {
  it.each(["lr_scheduler: one_cycle", "lr_scheduler: cosine\njagged_restart_steps: 5"])("%s is refused", (text) => {
    expect(() => read(TEN.replace("lr_scheduler: cosine", text))).toThrow(/line 5|line 6/);
  });
});
