import * as tf from "@tensorflow/tfjs-core";
import { type LayersModel, layers, sequential } from "@tensorflow/tfjs-layers";
import "@tensorflow/tfjs-backend-cpu";

const ROWS = 64;

/** Points around three centres, in random order that is always the same. */
export function points(): { xs: tf.Tensor2D; ys: tf.Tensor2D } {
  const noise = tf.tidy(() => tf.randomNormal([ROWS, 2], 0, 0.4, "float32", 7).arraySync() as number[][]);
  const kinds = Array.from({ length: ROWS }, (_, i) => (i * 7) % 3);
  const centres = kinds.map((kind) => [Math.cos(2 * kind), Math.sin(2 * kind)]);
  const rows = centres.map((centre, i) => centre.map((place, axis) => place + (noise[i]?.[axis] as number)));
  return { xs: tf.tensor2d(rows), ys: tf.tensor2d(kinds.map((kind) => [0, 1, 2].map((k) => Number(k === kind)))) };
}

export function network(optimizer: tf.Optimizer | string): LayersModel {
  const kernel = (seed: number) =>
    tf.tidy(() => tf.randomNormal([seed === 1 ? 2 : 8, seed === 1 ? 8 : 3], 0, 0.5, "float32", seed));
  const model = sequential();
  model.add(layers.dense({ units: 8, inputShape: [2], activation: "tanh" }));
  model.add(layers.batchNormalization());
  model.add(layers.dense({ units: 3, activation: "softmax" }));
  const [first, , second] = model.layers as [(typeof model.layers)[0], unknown, (typeof model.layers)[0]];
  first.setWeights([kernel(1), tf.zeros([8])]);
  second.setWeights([kernel(2), tf.zeros([3])]);
  model.compile({ optimizer, loss: "categoricalCrossentropy" });
  return model;
}

export async function train(model: LayersModel, { xs, ys }: { xs: tf.Tensor2D; ys: tf.Tensor2D }, updates: number) {
  for (let i = 0; i < updates; i++) await model.trainOnBatch(xs, ys);
  return model.weights.map((weight) => [...weight.read().dataSync()]);
}

/** A short search. */
export const options = { from: 1e-4, to: 10, updates: 30, seeds: [0, 1], batchSize: 16 };
