import * as tf from "@tensorflow/tfjs-core";
import { type LayersModel, layers, loadLayersModel, sequential } from "@tensorflow/tfjs-layers";
import { expect, it } from "vitest";
import { groups, layerwise } from "../../../src/tfjs/index.ts";
import { NAMES, OPTIMIZERS } from "../optimizers.ts";

const x = tf.tensor2d([1, 2, 3, 4, 5, 6], [3, 2]);
const y = tf.tensor2d([1, 0, 1], [3, 1]);

function build(): LayersModel {
  const first = layers.dense({
    units: 2,
    inputShape: [2],
    kernelInitializer: "ones",
    activation: "tanh",
    name: "first",
  });
  return sequential({ layers: [first, layers.dense({ units: 1, kernelInitializer: "ones", name: "second" })] });
}

/** Groups over a model's layers, biases apart, compiled into it. */
function compile(model: LayersModel, base: tf.Optimizer): tf.Optimizer {
  const optimizer = groups(layerwise(model, { decay: 0.5, weightDecay: 0.01 }), base);
  model.compile({ optimizer, loss: "meanSquaredError" });
  return optimizer;
}

const fit = (model: LayersModel) => model.fit(x, y, { epochs: 3, verbose: 0 });
const weightsOf = (model: LayersModel) => model.getWeights().flatMap((weight) => [...weight.dataSync()]);

async function artifactsOf(model: LayersModel): Promise<tf.io.ModelArtifacts> {
  return new Promise((resolve) => {
    const save = async (artifacts: tf.io.ModelArtifacts): Promise<tf.io.SaveResult> => {
      resolve(artifacts);
      return { modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: "JSON" } };
    };
    void model.save({ save }, { includeOptimizer: true });
  });
}

it.each(NAMES.filter((name) => name !== "adamax"))(
  "a model with groups of %s is saved, loaded and trained on",
  async (name) => {
    const model = build();
    compile(model, OPTIMIZERS[name](0.05));
    await fit(model);
    // Through text, as a file would be.
    const { weightData, ...others } = await artifactsOf(model);
    const bytes = [...new Uint8Array(weightData as ArrayBuffer)];
    const text = JSON.parse(JSON.stringify({ ...others, bytes }));
    const artifacts = { ...text, weightData: Uint8Array.from(text.bytes).buffer };
    const loaded = await loadLayersModel({ load: async () => artifacts });
    const plain = loaded.optimizer;
    expect([plain.getClassName(), plain.iterations]).toEqual([OPTIMIZERS[name](1).getClassName(), 3]);
    expect((plain.getConfig() as { learningRate: number }).learningRate).toBe(0.05);

    const saved = await plain.getWeights();
    await compile(loaded, plain).setWeights(saved);
    await Promise.all([fit(model), fit(loaded)]);
    weightsOf(loaded).forEach((weight, i) => {
      expect(weight).toBeCloseTo(weightsOf(model)[i] as number, name === "adam" ? 5 : 12);
    });
  },
);

it("saving again and again leaves no tensors behind", async () => {
  const model = build();
  compile(model, tf.train.adam(0.05));
  await fit(model);
  await artifactsOf(model);
  const before = tf.memory().numTensors;
  for (let i = 0; i < 10; i++) await artifactsOf(model);
  expect(tf.memory().numTensors).toBe(before);
});
