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
        "updates: expected a whole number from 2, received 1",
        "batchSize: expected a whole number above 0, received 0",
        "to: expected a rate above from (2), received 1",
      ].join("\n"),
    );
  });
});
