import * as tf from "@tensorflow/tfjs-core";
import { callbacks as own } from "@tensorflow/tfjs-layers";
import { describe, expect, it } from "vitest";
import { kerasPlateau, replay } from "../../../src/index.ts";
import { plateauCallback } from "../../../src/tfjs/index.ts";
import { NAMES, OPTIMIZERS } from "../optimizers.ts";
import { column, dataset, fit, makeModel, PER_EPOCH, xs, ys } from "./training.ts";

/** Settings under which the losses of the small model count as bad after the first few epochs. */
const settings = { patience: 2, factor: 0.5, minDelta: 0.3, cooldown: 1, minLr: 0.002 };
const never = { patience: 1, factor: 0.5, minDelta: 1000 };

describe("a plateau in fit", () => {
  it.each(["loss", "mae", "val_loss", "val_mae"])("cuts as Keras does by %s", async (monitor) => {
    const model = makeModel(tf.train.sgd(0.05));
    const callback = plateauCallback({ model, monitor, ...settings });
    const { epochs } = await fit(model, callback, { epochs: 12, validationData: [xs, ys] });
    const { rates, decisions } = replay(kerasPlateau(settings), epochs[monitor] as number[], { bases: [0.05] });
    expect(epochs.lr).toEqual(rates.flat().slice(0, -1));
    expect(callback.decisions.map(({ text }) => text)).toEqual(decisions.map(({ text }) => text));
    expect(callback.decisions.length).toBeGreaterThan(1);
    const [first] = callback.decisions;
    expect(first).toMatchObject({
      key: "lr",
      metric: epochs[monitor]?.[(first?.epoch ?? 0) - 1],
      from: [0.05],
      to: [0.025],
    });
    expect(first?.position).toBe(first?.epoch);
  });

  it("watches val_loss when nothing else is said", async () => {
    const model = makeModel();
    const { epochs } = await fit(model, plateauCallback({ model, ...never }), { epochs: 3, validationSplit: 0.2 });
    expect(epochs.lr).toEqual([0.01, 0.01, 0.005]);
  });

  it("takes a metric with acc in its name for one that should grow", async () => {
    for (const [mode, lr] of [
      [undefined, 0.0025],
      ["auto", 0.0025],
      ["max", 0.0025],
      ["min", 0.01],
    ] as const) {
      const model = makeModel();
      model.compile({ optimizer: "sgd", loss: "meanSquaredError", metrics: [acc] });
      const sinking = { ...never, minDelta: 0, monitor: "acc", ...(mode && { mode }) };
      const { epochs } = await fit(model, plateauCallback({ model, ...sinking }), { epochs: 4 });
      expect(epochs.acc).toEqual([...(epochs.acc as number[])].sort((a, b) => b - a));
      expect(epochs.lr?.at(-1)).toBe(lr);
    }
  });

  it.each(NAMES)("halves what %s trains with from the next epoch on", async (name) => {
    const model = makeModel(OPTIMIZERS[name](0.01));
    const { batches } = await fit(model, plateauCallback({ model, monitor: "loss", ...never }), { epochs: 4 });
    const rates = [0.01, 0.01, 0.005, 0.0025].flatMap((rate) => Array<number>(PER_EPOCH).fill(rate));
    expect(column(batches, "lr")).toEqual(rates);
  });

  it("takes a loss that is NaN for a bad one", async () => {
    const model = makeModel(tf.train.sgd(Number.MAX_VALUE));
    const callback = plateauCallback({ model, monitor: "loss", ...never });
    const { epochs } = await fit(model, callback, { epochs: 3 });
    expect(epochs.loss?.[1]).toBeNaN();
    expect(callback.decisions.at(-1)).toMatchObject({ epoch: 3, metric: null, reason: "1 bad epoch" });
  });

  it.each(["val_loss", "loss"])("does not judge an epoch that was cut short: %s", async (monitor) => {
    const model = makeModel();
    const callback = plateauCallback({ model, monitor, ...never });
    const stop = {
      onBatchEnd: (batch: number) => {
        if (batch === 1) model.stopTraining = true;
      },
    };
    const args = { epochs: 4, validationData: [xs, ys] as [tf.Tensor, tf.Tensor] };
    const { epochs } = await fit(model, [callback, stop], args);
    expect(epochs.lr).toEqual([0.01]);
    expect(callback.state().position).toBe(0);
    expect((await fit(model, callback, args)).epochs.lr).toEqual([0.01, 0.01, 0.005, 0.0025]);
  });

  it("does not judge an epoch of a stream of unknown length that was cut short before it was validated", async () => {
    const model = makeModel();
    const callback = plateauCallback({ model, ...never });
    const stop = {
      onBatchEnd: () => {
        model.stopTraining = true;
      },
    };
    const args = { epochs: 4, verbose: 0, callbacks: [callback, stop], validationData: dataset() };
    expect((await model.fitDataset(dataset(null), args)).history.lr).toEqual([0.01]);
    expect(callback.state().position).toBe(0);
  });

  it("works with fitDataset, and behind a callback class of TensorFlow.js", async () => {
    const model = makeModel();
    const first = own.earlyStopping({ monitor: "loss", patience: 9 });
    const callbacks = [first, plateauCallback({ model, ...never })];
    const args = { epochs: 3, verbose: 0, callbacks, validationData: dataset() };
    expect((await model.fitDataset(dataset(null), args)).history.lr).toEqual([0.01, 0.01, 0.005]);
  });

  it("goes on from a rate that was set by hand between fits", async () => {
    const model = makeModel(tf.train.sgd(0.1));
    const callback = plateauCallback({ model, monitor: "loss", ...never });
    await fit(model, callback, { epochs: 2 });
    (model.optimizer as tf.SGDOptimizer).setLearningRate(0.8);
    const { epochs } = await fit(model, callback, { epochs: 2 });
    expect(epochs.lr).toEqual([0.8, 0.4]);
  });
});

/** The mean of the error: it sinks while the model learns. */
function acc(labels: tf.Tensor, predictions: tf.Tensor): tf.Tensor {
  return tf.mean(tf.abs(tf.sub(labels, predictions)));
}
