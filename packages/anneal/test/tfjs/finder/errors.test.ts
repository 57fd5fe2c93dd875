import * as tf from "@tensorflow/tfjs-core";
import { layers, sequential } from "@tensorflow/tfjs-layers";
import { describe, expect, it } from "vitest";
import { findLearningRate } from "../../../src/tfjs/index.ts";
import { messageOf } from "../../issues.ts";
import { network, options, points } from "./model.ts";

describe("what is refused", () => {
  const data = points();
  const refusal = async (model: unknown, given: unknown, more: object = {}) =>
    findLearningRate(model as never, given as never, { ...options, ...more }).then(
      () => "nothing",
      (error: unknown) =>
        messageOf(() => {
          throw error;
        }),
    );

  it.each([
    ["no model", undefined, data, "model: expected a compiled LayersModel, received undefined"],
    [
      "a model that is not compiled",
      sequential({ layers: [layers.dense({ units: 1, inputShape: [1] })] }),
      data,
      "model: expected a compiled LayersModel, received [object]",
    ],
    [
      "no data",
      network("sgd"),
      5,
      "data: expected { xs, ys } of tensors, batches, a dataset, or a function that gives batches, received 5",
    ],
    [
      "rows that do not fit",
      network("sgd"),
      { xs: data.xs, ys: tf.zeros([3, 3]) },
      'data: expected xs and ys of tensors with equally many rows, at least one, received "64, 3"',
    ],
    [
      "xs that are none",
      network("sgd"),
      { xs: 3, ys: data.ys },
      'data: expected xs and ys of tensors with equally many rows, at least one, received "64"',
    ],
    ["an empty list", network("sgd"), [], "data: expected at least one batch, received a list of 0"],
    [
      "batches that are none",
      network("sgd"),
      [1],
      "data: expected batches { xs, ys } or [xs, ys] of tensors, received 1",
    ],
    [
      "a function that gives nothing",
      network("sgd"),
      () => 3,
      "data: expected a function that gives batches, received 3",
    ],
  ])("%s", async (_, model, given, message) => {
    expect(await refusal(model, given)).toBe(message);
  });

  it("a generator that was used up", async () => {
    const generator = (function* () {
      yield points();
    })();
    expect(await refusal(network("sgd"), generator)).toBe(
      'data: expected batches every time (a generator has them once: give the function), received "none"',
    );
  });

  it("a model that is in fit, or in another search, and lets it go afterwards", async () => {
    const model = network("sgd");
    const refusals: string[] = [];
    const onBatchEnd = async () => void refusals.push(await refusal(model, data));
    await model.fit(data.xs, data.ys, { batchSize: 64, callbacks: { onBatchEnd }, verbose: 0 });
    expect(refusals).toEqual(['model: expected a model that is not in fit, received "one that is"']);
    const first = refusal(model, data);
    expect(await refusal(model, data)).toBe('model: expected a model without another search under way, received "one"');
    expect(await first).toBe("nothing");
    expect(await refusal(model, 5)).toMatch(/^data: /);
    expect(await refusal(model, data)).toBe("nothing");
  });

  it("another optimizer during the search: all is restored", async () => {
    const model = network("sgd");
    const before = model.weights.map((weight) => [...weight.read().dataSync()]);
    const onProgress = ({ done }: { readonly done: number }) => {
      if (done === 3) model.compile({ optimizer: "adam", loss: "categoricalCrossentropy" });
    };
    expect(await refusal(model, data, { onProgress })).toBe(
      'model.optimizer: expected the same one during the whole search, received "another"',
    );
    expect(model.weights.map((weight) => [...weight.read().dataSync()])).toEqual(before);
  });

  it("a batch that is half of tensors, and gives these back", async () => {
    const model = network("sgd");
    await refusal(model, data);
    const { numTensors } = tf.memory();
    const halves = [() => ({ xs: tf.zeros([1, 2]), ys: 3 }), () => [{ a: tf.zeros([1, 2]), b: 3 }, tf.zeros([1, 3])]];
    for (const half of halves) {
      const generate = function* () {
        yield half();
      };
      expect(await refusal(model, generate)).toContain("data: expected batches { xs, ys } or [xs, ys] of tensors");
    }
    expect(tf.memory().numTensors).toBe(numTensors);
  });

  it("stateful layers, and options that make no sense, all at once", async () => {
    const stateful = sequential({
      layers: [
        layers.simpleRNN({ units: 2, batchInputShape: [1, 2, 2], stateful: true, recurrentInitializer: "zeros" }),
      ],
    });
    stateful.compile({ optimizer: "sgd", loss: "meanSquaredError" });
    expect(await refusal(stateful, data)).toBe('model: expected no stateful layer, received "one"');
    expect(await refusal(network("sgd"), data, { batchSize: 0, updates: 1, from: 2, to: 1 })).toBe(
      [
        "updates: expected a whole number from 2 below 100001, received 1",
        "batchSize: expected a whole number above 0, received 0",
        "to: expected a rate above from (2), received 1",
      ].join("\n"),
    );
  });
});
