import * as tf from "@tensorflow/tfjs-core";
import { callbacks as own } from "@tensorflow/tfjs-layers";
import { describe, expect, it } from "vitest";
import { cosineWave, linear, type Program } from "../../../src/index.ts";
import { paramGroups, plateauCallback, scheduleCallback } from "../../../src/tfjs/index.ts";
import { NAMES, OPTIMIZERS } from "../optimizers.ts";
import { fit, makeModel } from "./training.ts";

/** 1000 batches of one sample. */
const many: [tf.Tensor, tf.Tensor] = [tf.ones([1000, 2]), tf.zeros([1000, 1])];

/** A program for all that an optimizer has, in which every update changes everything. */
function programOf(name: (typeof NAMES)[number]): Program {
  const wave = (high: number, low: number) => cosineWave({ from: high, to: low, over: 7 });
  const has = paramGroups(OPTIMIZERS[name](0.01)).paramGroups[0];
  return {
    lr: wave(1e-3, 1e-4),
    ...(has.momentum !== undefined && { momentum: wave(0.9, 0.5) }),
    ...(has.betas && { beta1: wave(0.9, 0.5), beta2: wave(0.99, 0.9) }),
  };
}

describe.each([
  ["10,000 updates", 10, []],
  ["1,000 updates behind a callback class of TensorFlow.js", 1, [own.earlyStopping({ monitor: "loss", patience: 99 })]],
])("%s leave no tensor behind, with a schedule and a plateau", (_, epochs, first) => {
  it.each(NAMES)("on %s", async (name) => {
    const model = makeModel(OPTIMIZERS[name](0.01));
    const schedule = scheduleCallback(programOf(name), { model });
    const plateau = plateauCallback({ model, monitor: "loss", patience: 1, factor: 0.9, minDelta: 1000 });
    const callbacks = [...first, schedule, plateau];
    const args = { batchSize: 1, shuffle: false, verbose: 0, yieldEvery: "never", callbacks } as const;
    // The optimizer makes its slots at the first update.
    const one: [tf.Tensor, tf.Tensor] = [tf.ones([1, 2]), tf.zeros([1, 1])];
    await model.fit(...one, { ...args, epochs: 1 });
    const before = tf.memory().numTensors;
    await model.fit(...many, { ...args, epochs });
    expect(tf.memory().numTensors).toBe(before);
    expect(schedule.position).toBe(1 + 1000 * epochs);
    expect(plateau.decisions).toHaveLength(epochs);
    model.dispose();
  });
});

describe("disposing in the middle of a fit", () => {
  const down = linear({ from: 0.1, to: 0, over: 10 });

  it.each(NAMES)("of a model and its %s leaves no tensor of ours, and TensorFlow.js tells of it", async (name) => {
    const run = async (scheduled: boolean) => {
      const before = tf.memory().numTensors;
      const optimizer = OPTIMIZERS[name](0.01);
      const model = makeModel(optimizer);
      const callback = scheduleCallback(programOf(name), { model });
      const disposing = {
        onBatchEnd: (batch: number) => {
          if (batch !== 2) return;
          model.dispose();
          optimizer.dispose();
        },
      };
      const list = scheduled ? [callback, plateauCallback({ model, monitor: "loss" }), disposing] : disposing;
      await expect(fit(model, list)).rejects.toThrow(/disposed/);
      if (scheduled) expect(callback.state().position).toBe(3);
      return tf.memory().numTensors - before;
    };
    expect(await run(true)).toBe(await run(false));
  });

  it("of a callback is nothing: it holds no tensor", async () => {
    const model = makeModel(tf.train.adam(0.01));
    await fit(model, {});
    const before = tf.memory().numTensors;
    for (let i = 0; i < 20; i++) {
      const callback = scheduleCallback({ lr: down, beta1: linear({ from: 0.9, to: 0.8, over: 5 }) }, { model });
      await fit(model, [callback, plateauCallback({ model, monitor: "loss", patience: 0 })]);
    }
    expect(tf.memory().numTensors).toBe(before);
  });
});
