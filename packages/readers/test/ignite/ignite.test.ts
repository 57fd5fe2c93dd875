import { PlanError, schedule } from "anneal";
import { expect, test } from "vitest";
import { ignite } from "../../src/ignite/ignite.ts";
import { readAs } from "../../src/read.ts";
import type { Reading, Values } from "../../src/reading.ts";
import { Call, type Value } from "../../src/value.ts";
import { dictionary } from "../data.ts";

const make = (name: string, named: Record<string, Value>, ...positional: readonly Value[]) =>
  new Call(name, { positional, named: new Map(Object.entries(named)) });

function read(call: Call, values: Values = {}): Reading {
  const document = { notation: "python", data: dictionary({}), place: () => undefined, calls: [call] } as const;
  return readAs(ignite, document, values)[0] as Reading;
}

const rates = ({ program, run = {} }: Reading, at: readonly number[], key = "lr") =>
  at.map(schedule(program?.[key] as never, run));

const sgd = make("torch.optim.SGD", { lr: 0.1 });

test("a warm-up before one of PyTorch's goes to the optimizer's rate", () => {
  // The example of Ignite 0.5's own documentation.
  const torch = make("torch.optim.lr_scheduler.ExponentialLR", { optimizer: sgd, gamma: 0.98 });
  const options = { warmup_start_value: 0, warmup_end_value: 0.1, warmup_duration: 3 };
  const call = make("ignite.handlers.create_lr_scheduler_with_warmup", options, torch);
  const near = [0, 0.05, 0.1, 0.098, 0.09604].map((one) => expect.closeTo(one, 15));
  expect(rates(read(call), [0, 1, 2, 3, 4])).toEqual(near);
});

test("values are absolute, positional and of any hyperparameter", () => {
  const call = make("ignite.contrib.handlers.LinearCyclicalScheduler", {}, sgd, "momentum", 0.5, 0.9, 10);
  const reading = read(call);
  expect(Object.keys(reading.program ?? {})).toEqual(["momentum"]);
  expect(rates(reading, [0, 5, 10, 15], "momentum")).toEqual([0.5, 0.9, 0.5, 0.9]);
});

test("a warm-up that ends at the optimizer's rate asks for it", () => {
  const pairs: Value = [
    [0, 0.5],
    [10, 0.1],
  ];
  const inner = make("ignite.handlers.PiecewiseLinear", { param_name: "lr", milestones_values: pairs });
  const options = { lr_scheduler: inner, warmup_start_value: 0, warmup_duration: 2 };
  const call = make("ignite.handlers.create_lr_scheduler_with_warmup", options);
  expect(read(call).needs.map(({ name }) => name)).toEqual(["lr"]);
  expect(rates(read(call, { lr: 0.5 }), [0, 1, 11])).toEqual([0, 0.5, 0.1]);
});

test("a plateau is PyTorch's, without the min_lr that Ignite loses", () => {
  const call = make("ignite.handlers.ReduceLROnPlateauScheduler", { factor: 0.5, min_lr: 0.01 }, sgd, "loss");
  const reading = read(call);
  expect(reading.controllers).toMatchObject([{ kind: "plateau", factor: 0.5, minRate: 0 }]);
  expect(reading.notes.map(({ text }) => text).join()).toContain("loses min_lr");
});

const knots = (pairs: Value) => make("ignite.handlers.PiecewiseLinear", { milestones_values: pairs });
const cosine = (more: Record<string, Value>) =>
  make("ignite.handlers.CosineAnnealingScheduler", { start_value: 1, end_value: 0, cycle_size: 4, ...more });

test.each([
  [
    knots([
      [3, 1],
      [2, 1],
    ]),
    /milestones_values\[1\]: expected pairs of a whole event and a value/,
  ],
  [knots([]), /milestones_values\[0\].*received none/],
  [cosine({ cycle_size: 1 }), /cycle_size\): expected a whole number from 2, received 1/],
  [
    make("ignite.handlers.ConcatScheduler", { schedulers: [cosine({}), cosine({})], durations: [] }),
    /durations.*\(1\)/,
  ],
  [make("ignite.handlers.ConcatScheduler", { schedulers: [sgd, sgd], durations: [3] }), /schedulers of Ignite's own/],
  [make("ignite.handlers.LRScheduler", { lr_scheduler: sgd }), /a scheduler of PyTorch's that can be read/],
])("%# is refused", (call, message) => {
  expect(() => read(call)).toThrow(PlanError);
  expect(() => read(call)).toThrow(message);
});
