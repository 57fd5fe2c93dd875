import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-cpu";
import { layers, sequential } from "@tensorflow/tfjs-layers";
import { describe, expect, it } from "vitest";
import { groups, layerwise } from "../../../src/tfjs/index.ts";
import { issuesOf } from "../../issues.ts";

const model = sequential({
  layers: [
    layers.dense({ units: 4, inputShape: [3] }),
    layers.activation({ activation: "relu" }),
    layers.batchNormalization(),
    layers.dropout({ rate: 0.5 }),
    layers.dense({ units: 2 }),
  ],
});
const [first, , norm, , last] = model.layers as [Layer, Layer, Layer, Layer, Layer];
type Layer = (typeof model.layers)[number];

/** What a list of groups gives: names without those of the layers, rate and decay. */
const shown = (list: ReturnType<typeof layerwise>) =>
  groups(list, tf.train.sgd(0.1)).paramGroups.map(({ variables, lr, weightDecay }) => [
    variables.map((name) => name.slice(name.indexOf("/") + 1)).join(),
    lr,
    weightDecay,
  ]);
const STATISTICS = "moving_mean,moving_variance";

describe("layerwise", () => {
  it("gives the last layer the whole rate and each one before it a part, without counting layers without weights", () => {
    expect(shown(layerwise(model, { decay: 0.5 }))).toEqual([
      ["kernel,bias", 0.025, 0],
      [`gamma,beta,${STATISTICS}`, 0.05, 0],
      ["kernel,bias", 0.1, 0],
    ]);
  });

  it("spares biases and norms from the weight decay, unless told not to", () => {
    expect(shown(layerwise(model, { decay: 0.5, lr: 1, weightDecay: 0.05 }))).toEqual([
      ["kernel", 0.25, 0.05],
      ["bias", 0.25, 0],
      [`gamma,beta,${STATISTICS}`, 0.5, 0],
      ["kernel", 1, 0.05],
      ["bias", 1, 0],
    ]);
    expect(shown(layerwise(model, { decay: 0.5, lr: 1, weightDecay: 0.05, decayVectors: true }))).toEqual([
      ["kernel,bias", 0.25, 0.05],
      [`gamma,beta,${STATISTICS}`, 0.5, 0.05],
      ["kernel,bias", 1, 0.05],
    ]);
  });

  it("counts a list of layers as one block", () => {
    expect(shown(layerwise({ layers: [[first, norm], last] }, { decay: 0.75 }))).toEqual([
      [`kernel,bias,gamma,beta,${STATISTICS}`, 0.075, 0],
      ["kernel,bias", 0.1, 0],
    ]);
  });

  it("has the layers that are frozen now too", () => {
    first.trainable = false;
    expect(layerwise(model, { decay: 0.9 })).toHaveLength(3);
    first.trainable = true;
  });

  it("gives rates that stay exact and readable far down", () => {
    const deep = { layers: new Array(60).fill(0).map(() => built()) };
    const rates = groups(layerwise(deep, { decay: 0.65 }), tf.train.sgd(1)).paramGroups.map(({ lr }) => lr);
    rates.forEach((rate, i) => {
      expect(rate).toBeCloseTo(0.65 ** (59 - i), 14);
    });
    expect(rates[0]).toBeGreaterThan(0);
  });

  it.each([
    [model, { decay: 0 }, "decay", "a finite number above 0", "0"],
    [model, { decay: 1.5 }, "decay", "at most 1", "1.5"],
    [model, { decay: "0.5" }, "decay", "a finite number above 0", '"0.5"'],
    [model, { decay: 0.5, lr: -1 }, "lr", "a finite number from 0", "-1"],
    [model, { decay: 0.5, weightDecay: -1 }, "weightDecay", "a finite number from 0", "-1"],
    [model, { decay: 0.5, decayVectors: 1 }, "decayVectors", "one of true, false", "1"],
    [{ layers: [] }, { decay: 0.5 }, "model.layers", "layers with weights", "a list of 0"],
    [{}, { decay: 0.5 }, "model.layers", "layers with weights", "undefined"],
    [
      { layers: [last, layers.dense({ units: 1 })] },
      { decay: 0.5 },
      "model.layers[1]",
      "a layer that is built",
      "[object]",
    ],
    [{ layers: [null] }, { decay: 0.5 }, "model.layers[0]", "a layer that is built", "null"],
  ])("refuses %#: %o", (given, options, path, expected, received) => {
    expect(issuesOf(() => layerwise(given as never, options as never))).toEqual([{ path, expected, received }]);
  });

  it("refuses an option that it does not know, and a model that is none", () => {
    const unknown = issuesOf(() => layerwise(model, { decay: 0.5, weight_decay: 1 } as never));
    expect(unknown).toMatchObject([{ received: '"weight_decay"' }]);
    expect(issuesOf(() => layerwise(undefined as never, { decay: 2 })).map(({ path }) => path)).toEqual([
      "model.layers",
      "decay",
    ]);
  });
});

function built(): Layer {
  return sequential({ layers: [layers.dense({ units: 1, inputShape: [1] })] }).layers[0] as Layer;
}
