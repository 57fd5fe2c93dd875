import { PlanError, schedule } from "anneal";
import { expect, test } from "vitest";
import { dataDocument } from "../../src/document.ts";
import { mmengine } from "../../src/mmengine/mmengine.ts";
import { readAs } from "../../src/read.ts";
import type { Reading, Values } from "../../src/reading.ts";
import { Unknown } from "../../src/value.ts";
import { data, dictionary } from "../data.ts";

function read(config: object, values: Values = {}): Reading {
  return readAs(mmengine, dataDocument("json", data(config)), values)[0] as Reading;
}

function rates({ program, run }: Reading, at: readonly number[], facts: object = {}): number[] {
  return at.map(schedule(program?.lr as never, { ...run, ...facts }));
}

const SGD = (lr: number) => ({ optim_wrapper: { optimizer: { type: "SGD", lr, momentum: 0.9 } } });
const near = (numbers: readonly number[]) => numbers.map((one) => expect.closeTo(one, 15));

// What MMEngine 0.10.7's own schedulers give, stepped as its ParamSchedulerHook does.
const REAL = {
  "a warm-up in iterations and milestones in epochs": {
    config: {
      ...SGD(0.02),
      train_cfg: { type: "EpochBasedTrainLoop", max_epochs: 12 },
      param_scheduler: [
        { type: "LinearLR", start_factor: 0.001, by_epoch: false, begin: 0, end: 50 },
        { type: "MultiStepLR", begin: 0, end: 12, by_epoch: true, milestones: [8, 11], gamma: 0.1 },
      ],
    },
    length: 20,
    at: [0, 1, 49, 50, 159, 160, 219, 220, 239],
    rates: [2e-5, 0.0004277551020408164, 0.02, 0.02, 0.02, 0.002, 0.002, 0.0002, 0.0002],
  },
  "a converted warm-up and a cosine in epochs": {
    config: {
      ...SGD(1e-3),
      train_cfg: { by_epoch: true, max_epochs: 10 },
      param_scheduler: [
        { type: "LinearLR", start_factor: 1e-4, by_epoch: true, begin: 0, end: 3, convert_to_iter_based: true },
        { type: "CosineAnnealingLR", eta_min: 1e-5, by_epoch: true, begin: 3 },
      ],
    },
    length: 7,
    at: [0, 1, 20, 21, 27, 28, 34, 35, 62, 63, 69],
    rates: [
      1e-7, 5.0095e-5, 0.001, 0.001, 0.001, 0.0009509795896116978, 0.0009509795896116978, 0.0008136274519200734,
      0.000196372548079927, 5.902041038830259e-5, 5.902041038830259e-5,
    ],
  },
  "a cosine that begins half-way, in converted epochs": {
    config: {
      ...SGD(0.004),
      train_cfg: { max_epochs: 10 },
      param_scheduler: [
        { type: "LinearLR", start_factor: 1e-5, by_epoch: false, begin: 0, end: 10 },
        {
          ...{ type: "CosineAnnealingLR", eta_min: 0.0002, begin: 5, end: 10, T_max: 5 },
          ...{ by_epoch: true, convert_to_iter_based: true },
        },
      ],
    },
    length: 7,
    at: [0, 1, 9, 10, 34, 35, 36, 52, 68, 69],
    rates: [
      4e-8, 0.00044448, 0.004, 0.004, 0.004, 0.004, 0.003992351158590955, 0.0021852431776659795, 0.00023053378166260365,
      0.0002076488414090458,
    ],
  },
  "a warm-up within the first epoch of a cosine with a floor": {
    config: {
      ...SGD(0.1),
      train_cfg: { max_epochs: 6 },
      param_scheduler: [
        { type: "LinearLR", start_factor: 0.1, by_epoch: false, begin: 0, end: 6 },
        { type: "CosineAnnealingLR", eta_min: 0.001, T_max: 6, by_epoch: true, begin: 0, end: 6 },
      ],
    },
    length: 7,
    at: [0, 1, 5, 6, 7, 13, 14, 35, 41],
    rates: [
      0.01, 0.028, 0.1, 0.1, 0.09336825748732973, 0.09336825748732973, 0.07525, 0.007631742512670284,
      0.007631742512670284,
    ],
  },
  // Of MMDetection 3's YOLOX, whose class is run with MMEngine's.
  "a quadratic warm-up, a cosine that is cut, and a constant that changes nothing": {
    config: {
      ...SGD(0.01),
      train_cfg: { max_epochs: 9 },
      param_scheduler: [
        { type: "mmdet.QuadraticWarmupLR", by_epoch: true, begin: 0, end: 2, convert_to_iter_based: true },
        {
          ...{ type: "CosineAnnealingLR", eta_min: 0.0005, begin: 2, T_max: 7, end: 7 },
          ...{ by_epoch: true, convert_to_iter_based: true },
        },
        { type: "ConstantLR", by_epoch: true, factor: 1, begin: 7, end: 9 },
      ],
    },
    length: 6,
    at: [0, 1, 5, 11, 12, 13, 20, 40, 41, 42, 53],
    rates: [
      6.944444444444444e-5, 0.0002777777777777778, 0.0025, 0.01, 0.01, 0.009986718036610606, 0.009174634178000976,
      0.002875, 0.002574229724197795, 0.002574229724197795, 0.002574229724197795,
    ],
  },
  "an end in iterations that the epochs give": {
    config: {
      ...SGD(0.01),
      train_cfg: { max_epochs: 4 },
      param_scheduler: { type: "PolyLR", eta_min: 0.0001, power: 0.9, begin: 0, by_epoch: false },
    },
    length: 10,
    at: [0, 1, 20, 38, 39],
    rates: [0.01, 0.00977124277070544, 0.0052826906756940325, 0.00046616518422540587, 0.0001],
  },
  "a warm-up in iterations that overlaps a decay in epochs": {
    config: {
      ...SGD(0.1),
      train_cfg: { max_epochs: 6 },
      param_scheduler: [
        { type: "LinearLR", start_factor: 0.1, by_epoch: false, begin: 0, end: 6 },
        { type: "ExponentialLR", gamma: 0.9, by_epoch: true },
      ],
    },
    length: 4,
    at: [0, 3, 4, 5, 6, 8, 23],
    rates: [0.01, 0.064, 0.0738, 0.09, 0.09, 0.081, 0.059049],
  },
} as const;

test.each(Object.entries(REAL))("%s", (_, { config, length, at, rates: real }) => {
  const reading = read(config, { epoch_length: length });
  expect(reading.needs).toEqual([]);
  expect(reading.unit).toBe("update");
  expect(rates(reading, at)).toEqual(near(real));
});

test("epochs beside iterations need no number while nothing but factors are multiplied", () => {
  const { config, at, rates: real } = REAL["a warm-up in iterations and milestones in epochs"];
  const reading = read(config);
  expect(reading.needs.map(({ name }) => name)).toEqual(["epoch_length"]);
  expect(rates(reading, at, { stepsPerEpoch: 20 })).toEqual(near(real));
});

test("what cannot be read without the length of an epoch asks for it", () => {
  const { config } = REAL["a converted warm-up and a cosine in epochs"];
  const { program, needs } = read(config);
  expect(program).toBeUndefined();
  expect(needs.map(({ name }) => name)).toEqual(["epoch_length"]);
});

test("the plans of plain configurations are plain", () => {
  const config = { ...SGD(0.1), train_cfg: { by_epoch: true, max_epochs: 100 } };
  const multi = read({ ...config, param_scheduler: { type: "MultiStepLR", milestones: [30, 60], gamma: 0.1 } });
  expect(multi.program).toEqual({ lr: { kind: "piecewise", from: "1x", at: [30, 60], to: ["0.1x", "0.01x"] } });
  expect(multi).toMatchObject({ unit: "epoch", run: { base: 0.1, steps: 100, stepsPerEpoch: 1 } });
  const cosine = read({ ...config, param_scheduler: [{ type: "CosineAnnealingLR", T_max: 100, eta_min: 0.001 }] });
  expect(cosine.program).toEqual({ lr: { kind: "cosine", from: "1x", to: 0.001, over: 100 } });
  const joined = read({
    ...config,
    param_scheduler: [
      { type: "LinearLR", start_factor: 0.1, end: 5 },
      { type: "CosineAnnealingLR", begin: 5 },
    ],
  });
  expect(joined.program).toEqual({
    lr: {
      kind: "sequence",
      parts: [
        { plan: { kind: "linear", from: "0.1x", to: "1x", over: 5, inclusive: true }, until: 5 },
        { kind: "cosine", from: "1x", to: 0, over: 95 },
      ],
    },
  });
});

test("an iteration-based loop takes max_iters for the end, and never steps what counts epochs", () => {
  const config = { ...SGD(0.01), train_cfg: { type: "IterBasedTrainLoop", max_iters: 160_000 } };
  const poly = read({ ...config, param_scheduler: [{ type: "PolyLR", power: 1, by_epoch: false }] });
  expect(rates(poly, [0, 159_999])).toEqual([0.01, 0]);
  expect(poly).toMatchObject({ unit: "update", run: { steps: 160_000 } });
  const forgotten = read({ ...config, param_scheduler: [{ type: "LinearLR", start_factor: 0.5 }] });
  expect(rates(forgotten, [0, 159_999])).toEqual([0.005, 0.005]);
  expect(forgotten.notes.map(({ text }) => text).join()).toContain("does not step in an iteration-based loop");
});

test("momentum is moved from the optimizer's own, which is a first beta where it has betas", () => {
  const param_scheduler = [
    { type: "ExponentialLR", gamma: 0.9 },
    { type: "CosineAnnealingMomentum", eta_min: 0.5, end: 10 },
    { type: "StepParamScheduler", param_name: "weight_decay", step_size: 2, gamma: 0.5 },
  ];
  const optimizer = { type: "AdamW", lr: 1e-3, betas: [0.9, 0.99], weight_decay: 0.05 };
  const { program } = read({ optim_wrapper: { optimizer }, param_scheduler });
  const at = (key: string, step: number) => schedule(program?.[key] as never, { base: 1e-3 })(step);
  expect(Object.keys(program ?? {})).toEqual(["lr", "beta1", "weightDecay"]);
  expect(at("beta1", 5)).toBeCloseTo(0.7, 14);
  expect(at("weightDecay", 2)).toBe(0.025);
});

test("several optimizers have a schedule each", () => {
  const config = {
    optim_wrapper: {
      constructor: "MultiOptimWrapperConstructor",
      generator: { optimizer: { type: "Adam", lr: 0.002 } },
      discriminator: { optimizer: { type: "Adam", lr: 0.004 } },
    },
    param_scheduler: {
      generator: { type: "StepLR", step_size: 2 },
      discriminator: [{ type: "ExponentialLR", gamma: 0.5 }],
    },
  };
  const readings = readAs(mmengine, dataDocument("json", data(config)), {});
  expect(readings.map(({ name }) => name)).toEqual(["param_scheduler.generator", "param_scheduler.discriminator"]);
  expect(readings.map((reading) => rates(reading, [2])[0])).toEqual([0.0002, 0.001]);
});

test("a scaled rate asks for what it is scaled by", () => {
  const config = {
    ...SGD(0.02),
    auto_scale_lr: { enable: true, base_batch_size: 16 },
    train_dataloader: { batch_size: 2 },
    param_scheduler: { type: "StepLR", step_size: 2 },
  };
  expect(read(config).needs.map(({ name }) => name)).toEqual(["world_size"]);
  expect(read(config, { world_size: 4 }).run).toMatchObject({ base: 0.01 });
});

test("a class may stand for its name, and a plateau is a controller", () => {
  const param_scheduler = [
    new Map<string, never>([
      ["type", new Unknown("mmengine.optim.StepLR") as never],
      ["step_size", 3 as never],
    ]),
  ];
  const config = new Map([...dictionary(SGD(0.1)), ["param_scheduler", param_scheduler]]);
  const [reading] = readAs(mmengine, dataDocument("json", config), {});
  expect(rates(reading as Reading, [3])).toEqual(near([0.01]));
  const plateau = read({
    ...SGD(0.1),
    param_scheduler: { type: "ReduceOnPlateauLR", monitor: "acc", rule: "greater" },
  });
  expect(plateau.controllers).toMatchObject([{ kind: "plateau", monitor: "acc", mode: "max", patience: 10 }]);
});

test("what moves neither a rate nor a momentum is told of and left out", () => {
  const param_scheduler = [
    { type: "ExponentialLR", gamma: 0.5 },
    { type: "CosineAnnealingWeightDecay", eta_min: 0.2 },
  ];
  const reading = read({ ...SGD(0.1), param_scheduler });
  expect(rates(reading, [1])).toEqual([0.05]);
  expect(reading.notes.map(({ text }) => text).join()).toContain("CosineAnnealingWeightDecay is not");
});

test("no schedulers are a constant rate", () => {
  expect(rates(read({ ...SGD(0.1), param_scheduler: [] }), [0, 99])).toEqual([0.1, 0.1]);
  expect(rates(read({ ...SGD(0.1), param_scheduler: null }), [0, 99])).toEqual([0.1, 0.1]);
});

test.each([
  [{ type: "CubicLR" }, /type: expected one of StepLR/],
  [{ type: "StepLR", step_size: 0 }, /step_size.*above 0/],
  [{ type: "StepLR", step_size: 3, begin: 4, end: 4 }, /end.*above begin/],
  [{ type: "StepLR", step_size: 3, steps: 4 }, /steps.*one of/],
  [{ type: "CosineAnnealingLR", T_max: 3, eta_min: 0, eta_min_ratio: 0 }, /either eta_min or eta_min_ratio/],
  [{ type: "LinearLR", start_factor: 2, end: 4 }, /start_factor.*from 0 to 1/],
  [{ type: "OneCycleLR", eta_max: 1, end: 4, pct_start: 2 }, /pct_start.*from 0 to 1/],
  [{ type: "CosineRestartLR", periods: [3], eta_min: 0, restart_weights: [1, 1] }, /as many as periods/],
  [{ type: "StepLR", step_size: 3, by_epoch: false, convert_to_iter_based: true }, /by_epoch.*convert_to_iter_based/],
  [
    [
      { type: "CosineAnnealingLR", T_max: 9, eta_min: 0.1 },
      { type: "StepLR", step_size: 3 },
    ],
    /one after the other/,
  ],
])("%j is refused", (param_scheduler, message) => {
  const config = { ...SGD(0.1), train_cfg: { max_epochs: 9 }, param_scheduler };
  const refused = () => read(config, { epoch_length: 5 });
  expect(refused).toThrow(PlanError);
  expect(refused).toThrow(message);
});
