import { PlanError, schedule } from "anneal";
import { expect, test } from "vitest";
import { composer } from "../../src/composer/composer.ts";
import { dataDocument } from "../../src/document.ts";
import { yaml } from "../../src/notations/yaml.ts";
import { readAs, readDocument } from "../../src/read.ts";
import type { Reading, Values } from "../../src/reading.ts";
import { Call } from "../../src/value.ts";
import { data } from "../data.ts";

const read = (config: object, values: Values = {}): Reading =>
  readAs(composer, dataDocument("yaml", data(config)), values)[0] as Reading;

const rates = ({ program, run = {} }: Reading, at: readonly number[], more: object = {}): number[] =>
  at.map(schedule(program?.lr as never, { ...run, ...more }));
const near = (numbers: readonly number[]) => numbers.map((one) => expect.closeTo(one, 15));

test("llm-foundry's file is read, its batch size, its interpolations and YAML's text for a number too", () => {
  const text = `
variables:
  max_seq_len: 2048
max_seq_len: \${variables.max_seq_len}
scheduler:
  name: cosine_with_warmup
  t_warmup: 100ba
  alpha_f: 0.1
optimizer:
  name: decoupled_adamw
  lr: 6e-4
max_duration: 4800ba
global_train_batch_size: 256
`;
  const [reading, ...others] = readDocument(yaml(text), {});
  expect(others).toEqual([]);
  expect(reading).toMatchObject({
    framework: "composer",
    name: "scheduler",
    unit: "update",
    needs: [],
    run: { base: 6e-4, steps: 4800, samplesPerStep: 256, tokensPerStep: 256 * 2048 },
    program: {
      lr: {
        kind: "sequence",
        parts: [
          { plan: { kind: "linear", from: 0, to: "1x", over: 100 }, until: 100 },
          { kind: "cosine", from: "1x", to: "0.1x", over: 4700 },
        ],
      },
    },
  });
  expect(rates(reading as Reading, [50, 100, 2450, 4800])).toEqual(near([3e-4, 6e-4, 3.3e-4, 6e-5]));
});

test("epochs need no number of batches where nothing is cut by it", () => {
  const scheduler = { name: "linear_decay_with_warmup", t_warmup: "10ba" };
  const reading = read({ scheduler, max_duration: 3, optimizer: { lr: 1 } });
  expect(reading.needs).toEqual([]);
  expect(rates(reading, [5, 10, 20, 30], { stepsPerEpoch: 10 })).toEqual(near([0.5, 1, 0.5, 0]));
  const shares = { scheduler: { ...scheduler, t_warmup: "0.06dur" }, max_duration: "3ep", optimizer: { lr: 1 } };
  expect(read(shares).needs.map(({ name }) => name)).toEqual(["dataloader_len"]);
  const { program, run } = read(shares, { dataloader_len: 10 });
  expect(run).toMatchObject({ steps: 30, stepsPerEpoch: 10 });
  expect(rates({ program, run } as Reading, [0, 1])).toEqual(near([0, 1]));
});

test("the form of Composer's older files is read", () => {
  const config = {
    optimizer: { adamw: { lr: 0.08 } },
    schedulers: [{ cosine_decay_with_warmup: { t_warmup: "16ba" } }],
    train_batch_size: 4096,
    max_duration: "400ba",
  };
  expect(read(config)).toMatchObject({ name: "schedulers", run: { base: 0.08, steps: 400, samplesPerStep: 4096 } });
  expect(rates(read(config), [8, 16, 208])).toEqual(near([0.04, 0.08, 0.04]));
});

test("a trainer in Python says how long training is, and its optimizer the rate", () => {
  const scheduler = new Call("composer.optim.LinearScheduler", { named: new Map([["alpha_f", 0.5]]) });
  const optimizer = new Call("composer.optim.DecoupledSGDW", { named: new Map([["lr", 0.2]]) });
  const named = new Map<string, never>([
    ["schedulers", scheduler as never],
    ["optimizers", optimizer as never],
    ["max_duration", "100ba" as never],
  ]);
  const calls = [optimizer, scheduler, new Call("composer.Trainer", { named })];
  const document = { notation: "python", data: new Map(), place: () => undefined, calls } as const;
  const readings = readAs(composer, document, {});
  expect(readings.map(({ name }) => name)).toEqual(["Trainer"]);
  expect(rates(readings[0] as Reading, [0, 50, 100])).toEqual(near([0.2, 0.15, 0.1]));
});

// What llm-foundry's own class gives in Composer 0.32, for 100 batches at 0.5.
test.each([
  [
    { t_warmup: "10ba", t_scale: "20ba", t_cooldown: "30ba", alpha_f_decay: 0.1, alpha_f_cooldown: 0.05 },
    [
      0, 0.25, 0.5, 0.48915503282683986, 0.33460498941515415, 0.27641957244198245, 0.275, 0.26666666666666666, 0.15,
      0.0333333333333333, 0.025, 0.025,
    ],
  ],
  [
    { t_warmup: "10ba", t_scale: "10ba", t_cooldown: "0ba" },
    [
      0, 0.25, 0.5, 0.4767312946227961, 0.25, 0.19034674690672024, 0.1889822365046136, 0.18764665626020038,
      0.17149858514250882, 0.15891043154093204, 0.15811388300841897, 0.15811388300841897,
    ],
  ],
  [
    { t_warmup: "0ba", t_scale: "7ba", t_cooldown: "100ba" },
    [0.5, 0.475, 0.45, 0.445, 0.3, 0.155, 0.15, 0.145, 0.075, 0.005, 0, 0],
  ],
])("llm-foundry's inverse square root: %j", (options, real) => {
  const config = {
    scheduler: { name: "inv_sqrt_with_warmup", ...options },
    max_duration: "100ba",
    optimizer: { lr: 0.5 },
  };
  expect(rates(read(config), [0, 5, 10, 11, 40, 69, 70, 71, 85, 99, 100, 105])).toEqual(near(real));
});

test("of several schedulers the last one counts", () => {
  const schedulers = [{ _target_: "composer.optim.StepScheduler", step_size: "2ba" }, { name: "constant" }];
  const reading = read({ schedulers, max_duration: "9ba", optimizer: { lr: 1 } });
  expect(rates(reading, [0, 5])).toEqual([1, 1]);
  expect(reading.notes.map(({ text }) => text).join()).toContain("only the last one counts");
});

test("only what names its schedulers is taken for one", () => {
  for (const config of [
    { scheduler: { type: "WarmupLR", params: {} } },
    { scheduler: { name: "CosineAnnealingLR", T_max: 3 } },
    { scheduler: "cosine" },
    { schedulers: [] },
  ]) {
    expect(composer.configuration?.recognises(dataDocument("yaml", data(config)))).toBe(false);
  }
});

const COSINE = { name: "cosine_with_warmup", t_warmup: "10ba" };

test.each([
  [{ ...COSINE, t_warmup: "10sp" }, "9ba", /t_warmup: expected a time in the unit of t_max, 1dur, received "10sp"/],
  [{ ...COSINE, t_warmup: 10 }, "9ba", /t_warmup\): expected text, received 10/],
  [{ ...COSINE, t_warmup: "10sec" }, "90ba", /t_warmup: expected a time in whole epochs/],
  [{ ...COSINE, t_warmup: "1.5ba" }, "90ba", /t_warmup: expected a time in whole epochs/],
  [{ ...COSINE, t_max: "20ba" }, "90ba", /t_max: expected a time of at least max_duration, received "20ba"/],
  [{ ...COSINE, alpha: 1 }, "90ba", /alpha\): expected one of t_warmup, t_max/],
  [{ name: "step", step_size: "0ba" }, "9ba", /step_size: expected a time above 0/],
  [{ name: "multistep", milestones: ["soon"] }, "9ba", /milestones\[0\]: expected a time/],
  [{ name: "cosine_warmrestart", t_0: "2ba", t_mult: 0.5 }, "90ba", /t_mult: expected a number by which cycles/],
  [COSINE, "1e999ba", /max_duration: expected a time/],
])("%j in %s is refused", (scheduler, max_duration, message) => {
  const refused = () => read({ scheduler, max_duration, optimizer: { lr: 1 } });
  expect(refused).toThrow(PlanError);
  expect(refused).toThrow(message);
});

test("the trainer's options stand in a section beside the scheduler too", () => {
  const scheduler = { _target_: "composer.optim.LinearWithWarmupScheduler", t_warmup: "10ba", alpha_f: 0 };
  const beside = read({ optimizer: { lr: 0.5 }, scheduler, trainer: { max_duration: "110ba" } });
  expect(beside).toMatchObject({ needs: [], problems: [], run: { base: 0.5, steps: 110 } });
  expect(rates(beside, [0, 10, 60, 110])).toEqual(near([0, 0.5, 0.25, 0]));
  const above = read({ optimizer: { lr: 0.5 }, scheduler, max_duration: "20ba", trainer: { max_duration: "110ba" } });
  expect(above.run?.steps).toBe(20);
});
