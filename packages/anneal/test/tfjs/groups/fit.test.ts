import * as tf from "@tensorflow/tfjs-core";
import { type LayersModel, layers, sequential } from "@tensorflow/tfjs-layers";
import { describe, expect, it } from "vitest";
import { groups } from "../../../src/tfjs/index.ts";
import { NAMES, OPTIMIZERS } from "../optimizers.ts";

const wave = (count: number) => Array.from({ length: count }, (_, i) => Math.sin(i));

describe("in model.fit", () => {
  const model = (): LayersModel => {
    const hidden = layers.dense({ units: 4, inputShape: [3], activation: "tanh", kernelInitializer: "ones" });
    return sequential({
      layers: [hidden, layers.batchNormalization(), layers.dense({ units: 2, kernelInitializer: "ones" })],
    });
  };
  const [x, y] = [tf.tensor2d(wave(30), [10, 3]), tf.tensor2d(wave(20), [10, 2])];
  const fit = async (one: LayersModel, optimizer: tf.Optimizer) => {
    one.compile({ optimizer, loss: "meanSquaredError" });
    const { history } = await one.fit(x, y, { epochs: 3, batchSize: 4, shuffle: false });
    return history.loss;
  };

  it.each(NAMES)("%s trains a model's layers as the bare optimizer", async (name) => {
    const one = model();
    const [hidden, norm, output] = one.layers;
    const list = [{ layers: [hidden, norm] }, { layers: [output] }] as Parameters<typeof groups>[0];
    const optimizer = groups(list, OPTIMIZERS[name](0.05));
    expect(await fit(one, optimizer)).toEqual(await fit(model(), OPTIMIZERS[name](0.05)));
    expect(optimizer.iterations).toBe(9);
  });

  it("takes a model's trainable weights as variables", async () => {
    const one = model();
    const [first, ...others] = one.trainableWeights;
    const losses = await fit(
      one,
      groups([{ variables: [first as never], lr: 0 }, { variables: others }], tf.train.sgd(0.1)),
    );
    expect(losses?.at(-1)).toBeLessThan(losses?.[0] as number);
    expect([...((one.layers as [(typeof one.layers)[0]])[0].getWeights()[0] as tf.Tensor).dataSync()]).toEqual(
      new Array(12).fill(1),
    );
  });
});
