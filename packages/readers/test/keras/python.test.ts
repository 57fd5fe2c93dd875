import { schedule } from "anneal";
import { expect, it } from "vitest";
import { keras } from "../../src/keras/keras.ts";
import { parsePython } from "../../src/python/parsePython.ts";
import { readAs } from "../../src/read.ts";
import type { Reading, Values } from "../../src/reading.ts";

const read = (text: string, values: Values = {}) => readAs(keras, parsePython(text), values);

function rates({ program, run, functions = {} }: Reading, at: readonly number[]): readonly number[] {
  return at.map(schedule(program?.lr as never, { base: 1, ...run }, { functions }));
}

it("reads schedules under whatever name they are imported", () => {
  const readings = read(`
import tensorflow as tf
from tensorflow.keras.optimizers import schedules
from keras.optimizers.schedules import PiecewiseConstantDecay as Steps

epoch_size = 100
a = tf.keras.optimizers.schedules.ExponentialDecay(0.8, decay_steps=2 * epoch_size, decay_rate=0.5, staircase=True)
b = schedules.CosineDecay(0.0, 1000, 0.0, "name", 0.5, epoch_size)
c = Steps([5 * epoch_size, 9 * epoch_size], values=[0.4, 0.2, 0.1])
optimizer = tf.keras.optimizers.SGD(learning_rate=a, momentum=0.9)
`);
  expect(readings.map(({ name, place }) => [name, place?.line])).toEqual([
    ["ExponentialDecay", 7],
    ["CosineDecay", 8],
    ["PiecewiseConstantDecay", 9],
  ]);
  expect(rates(readings[0] as Reading, [199, 200])).toEqual([0.8, 0.4]);
  expect(rates(readings[1] as Reading, [50, 100, 600, 1100])).toEqual([0.25, 0.5, expect.closeTo(0.25, 15), 0]);
  expect(rates(readings[2] as Reading, [500, 501, 901])).toEqual([0.4, 0.2, 0.1]);
});

it("reads the functions of callbacks: of the epoch, and of the rate before", () => {
  const readings = read(`
import math
from keras.callbacks import LearningRateScheduler, ReduceLROnPlateau

def steps(epoch):
    lr = 1e-3
    if epoch > 160:
        lr *= 1e-3
    elif epoch > 80:
        lr *= 1e-1
    return lr

def scheduler(epoch, lr):
    if epoch < 10:
        return lr
    return lr * math.exp(-0.5)

callbacks = [LearningRateScheduler(steps), LearningRateScheduler(scheduler, verbose=1), ReduceLROnPlateau("val_acc", patience=5)]
`);
  const [steps, scheduler, plateau] = readings as [Reading, Reading, Reading];
  expect(rates(steps, [0, 80, 81, 161])).toEqual([1e-3, 1e-3, 1e-4, 1e-6]);
  expect(rates(scheduler, [9, 10, 12])).toEqual([1, Math.exp(-0.5), Math.exp(-0.5) ** 3]);
  expect(scheduler.needs.map(({ name }) => name)).toEqual(["learning_rate"]);
  expect(plateau.controllers?.[0]).toMatchObject({ kind: "plateau", mode: "max", patience: 4, monitor: "val_acc" });
});

it("asks for what the text does not have, and is told where", () => {
  const text = "import keras\ns = keras.optimizers.schedules.CosineDecay(0.1, decay_steps=len(loader) * args.epochs)";
  const [reading] = read(text);
  expect(reading?.program).toBeUndefined();
  expect(reading?.needs.map(({ name }) => name)).toEqual(["len(loader)", "args.epochs"]);
  const [told] = read(text, { "len(loader)": 10, "args.epochs": 5 });
  expect(rates(told as Reading, [25, 50])).toEqual([expect.closeTo(0.05, 15), 0]);
  expect(() => read("import keras\nkeras.optimizers.schedules.CosineDecay(0.1, -5)")).toThrow(
    "line 2, column 45, CosineDecay(decay_steps): expected a number above 0, received -5",
  );
});
