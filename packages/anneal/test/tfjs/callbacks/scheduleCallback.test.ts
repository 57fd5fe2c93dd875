import * as tf from "@tensorflow/tfjs-core";
import { layers, callbacks as own, sequential } from "@tensorflow/tfjs-layers";
import { describe, expect, it } from "vitest";
import { cosine, geometric, linear, multiStep, oneCycle, schedule, warmupMultiFactor } from "../../../src/index.ts";
import { scheduleCallback } from "../../../src/tfjs/index.ts";
import { NAMES, OPTIMIZERS } from "../optimizers.ts";
import { column, dataset, fit, makeModel, PER_EPOCH, weights, xs, ys } from "./training.ts";

const plan = warmupMultiFactor({ factor: 0.1, milestones: ["2 epochs", "3 epochs"], warmup: "1 epochs", from: 0.001 });
const run = { base: 0.01, steps: 4 * PER_EPOCH, stepsPerEpoch: PER_EPOCH, samplesPerStep: 2 };
const values = (length: number, first = 0) => schedule(plan, run).fill(Array<number>(length).fill(0), first);

describe("a schedule in fit", () => {
  it.each(["sgd", tf.train.sgd(0.01), tf.train.momentum(0.01, 0.9), tf.train.adam(0.01)])(
    "gives each update the rate of its step, and logs it: %#",
    async (optimizer) => {
      const model = makeModel(optimizer);
      const { batches, epochs } = await fit(model, scheduleCallback(plan, { model }), { epochs: 4 });
      const expected = values(20);
      expect(column(batches, "lr")).toEqual(expected);
      expect(epochs.lr).toEqual([4, 9, 14, 19].map((last) => expected[last]));
      expect(epochs.loss).toHaveLength(4);
    },
  );

  it("trains as a loop by hand with the same rates", async () => {
    const model = makeModel("sgd");
    await fit(model, scheduleCallback(plan, { model }), { epochs: 2 });
    const other = makeModel(tf.train.sgd(0.01));
    for (const [i, rate] of values(10).entries()) {
      (other.optimizer as tf.SGDOptimizer).setLearningRate(rate);
      const at = [(i % PER_EPOCH) * 2];
      await other.trainOnBatch(tf.slice(xs, at, [2]), tf.slice(ys, at, [2]));
    }
    expect(weights(model)).toEqual(weights(other));
    const plain = makeModel("sgd");
    await fit(plain, {}, { epochs: 2 });
    expect(weights(model)).not.toEqual(weights(plain));
  });

  it("can be the only callback, and need not stand in a list", async () => {
    const model = makeModel();
    const callbacks = scheduleCallback(plan, { model });
    const { history } = await model.fit(xs, ys, { epochs: 4, batchSize: 2, verbose: 0, callbacks });
    expect(history.lr).toEqual([4, 9, 14, 19].map((last) => values(20)[last]));
  });

  it("can stand after a callback class of TensorFlow.js", async () => {
    const model = makeModel();
    const callbacks = [own.earlyStopping({ monitor: "loss", patience: 9 }), scheduleCallback(plan, { model })];
    const { history } = await model.fit(xs, ys, { epochs: 4, batchSize: 2, verbose: 0, callbacks });
    expect(history.lr).toEqual([4, 9, 14, 19].map((last) => values(20)[last]));
  });

  it("may be made before the model is compiled", async () => {
    const model = sequential({ layers: [layers.dense({ units: 1, inputShape: [2] })] });
    const callback = scheduleCallback(plan, { model });
    model.compile({ optimizer: tf.train.sgd(0.1), loss: "meanSquaredError" });
    const { batches } = await fit(model, callback, { epochs: 1 });
    expect(batches[3]?.lr).toBe(schedule(plan, { ...run, base: 0.1 })(3));
  });

  it("per epoch holds the rate, and counts times without a unit in epochs", async () => {
    const model = makeModel();
    const steps = linear({ from: 0.5, to: 0.1, over: 4 });
    const callback = scheduleCallback(steps, { model, per: "epoch" });
    const { batches, epochs } = await fit(model, callback, { epochs: 5 });
    const expected = [0, 1, 2, 3, 4].map((epoch) => schedule(steps)(epoch));
    expect(epochs.lr).toEqual(expected);
    expect(column(batches, "lr")).toEqual(expected.flatMap((rate) => Array<number>(PER_EPOCH).fill(rate)));
    expect(callback.position).toBe(5);
  });

  it("per epoch knows the whole run too", async () => {
    const model = makeModel();
    const down = cosine({ from: 0.2, to: 0.01, over: "100%" });
    const { epochs } = await fit(model, scheduleCallback(down, { model, per: "epoch" }), { epochs: 4 });
    expect(epochs.lr).toEqual([0, 1, 2, 3].map((k) => schedule(down, { steps: 4, stepsPerEpoch: 1 })(k)));
  });

  it("drives momentum and betas beside the rate", async () => {
    const model = makeModel(tf.train.momentum(0.1, 0.9));
    const program = oneCycle({ peak: 0.2, over: "100%", momentum: "momentum" });
    const { batches, epochs } = await fit(model, scheduleCallback(program, { model }), { epochs: 2 });
    const momentum = schedule(program.momentum, { steps: 10, base: 0.9 });
    expect(column(batches, "momentum")).toEqual(momentum.fill(Array<number>(10).fill(0)));
    expect(epochs.momentum).toEqual([momentum(4), momentum(9)]);

    const adam = makeModel(tf.train.adam(0.1));
    const beta1 = linear({ from: 0.9, to: 0.5, over: 10 });
    const logs = await fit(adam, scheduleCallback({ beta1 }, { model: adam }), { epochs: 2 });
    expect(column(logs.batches, "beta1")).toEqual(schedule(beta1).fill(Array<number>(10).fill(0)));
    expect(logs.epochs.lr).toBeUndefined();
  });

  it.each(NAMES)("drives %s through every update", async (name) => {
    const model = makeModel(OPTIMIZERS[name](0.01));
    const wave = geometric({ from: "1x", to: "0.01x", over: "rest" });
    const callback = scheduleCallback(wave, { model });
    const { batches } = await fit(model, callback, { epochs: 2 });
    expect(column(batches, "lr")).toEqual(schedule(wave, { base: 0.01, steps: 10 }).fill(Array<number>(10).fill(0)));
    expect(callback.position).toBe(10);
  });
});

describe("the run that fit tells", () => {
  const down = linear({ from: 1, to: 0, over: "rest" });

  it("counts a last batch that is not full", async () => {
    const model = makeModel();
    const { batches } = await fit(model, scheduleCallback(down, { model }), { epochs: 2, batchSize: 4 });
    expect(column(batches, "lr")).toEqual(schedule(down, { steps: 6 }).fill(Array<number>(6).fill(0)));
  });

  it("counts without the samples that validationSplit takes", async () => {
    const model = makeModel();
    const { batches, epochs } = await fit(model, scheduleCallback(down, { model }), {
      epochs: 2,
      validationSplit: 0.2,
    });
    expect(column(batches, "lr")).toEqual(schedule(down, { steps: 8 }).fill(Array<number>(8).fill(0)));
    expect(epochs.val_loss).toHaveLength(2);
  });

  it("knows the samples of an update", async () => {
    const model = makeModel();
    const bySamples = linear({ from: 1, to: 0, over: "20 samples" });
    const { batches } = await fit(model, scheduleCallback(bySamples, { model }), { epochs: 2 });
    expect(column(batches, "lr")).toEqual(schedule(bySamples, { samplesPerStep: 2 }).fill(Array<number>(10).fill(0)));
  });

  it("is what fitDataset tells with batchesPerEpoch", async () => {
    const model = makeModel();
    const callbacks = scheduleCallback(down, { model });
    const args = { epochs: 2, batchesPerEpoch: 4, verbose: 0, callbacks } as const;
    const { history } = await model.fitDataset(dataset(null, 8), args);
    const lr = schedule(down, { steps: 8 });
    expect(history.lr).toEqual([lr(3), lr(7)]);
  });

  it("is what a data set tells of its size", async () => {
    const model = makeModel();
    const callbacks = scheduleCallback(down, { model });
    const { history } = await model.fitDataset(dataset(), { epochs: 2, verbose: 0, callbacks });
    const lr = schedule(down, { steps: 10 });
    expect(history.lr).toEqual([lr(4), lr(9)]);
    expect(callbacks.position).toBe(10);
  });

  it.each([null, Number.POSITIVE_INFINITY, Number.NaN])("is not needed for plans in steps: size %s", async (size) => {
    const model = makeModel();
    const callbacks = scheduleCallback(multiStep({ milestones: [3, 8], factor: 0.1 }), { model });
    const { history } = await model.fitDataset(dataset(size), { epochs: 2, verbose: 0, callbacks });
    expect(history.lr).toEqual([0.001, 0.0001]);
  });

  it("is not needed for plans in epochs per epoch", async () => {
    const model = makeModel();
    const epochs = linear({ from: 1, to: 0, over: "4 epochs" });
    const callbacks = scheduleCallback(epochs, { model, per: "epoch" });
    const { history } = await model.fitDataset(dataset(null), { epochs: 3, verbose: 0, callbacks });
    expect(history.lr).toEqual([1, 0.75, 0.5]);
  });

  it("may be told by the caller", async () => {
    const model = makeModel();
    const callbacks = scheduleCallback(down, { model, run: { stepsPerEpoch: 5 } });
    const { history } = await model.fitDataset(dataset(null), { epochs: 2, verbose: 0, callbacks });
    const lr = schedule(down, { steps: 10 });
    expect(history.lr).toEqual([lr(4), lr(9)]);
    const longer = makeModel();
    const { epochs } = await fit(longer, scheduleCallback(down, { model: longer, run: { steps: 100 } }), { epochs: 1 });
    expect(epochs.lr).toEqual([schedule(down, { steps: 100 })(4)]);
  });
});
