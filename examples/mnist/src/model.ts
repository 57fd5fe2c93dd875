import type { Variable } from "@tensorflow/tfjs-core";
import { initializers, layers, type Sequential, sequential } from "@tensorflow/tfjs-layers";
import { drawSeed, seededRandom } from "./random.ts";

/** The shape of the network. */
export interface ModelShape {
  /** Values per image. */
  readonly inputs: number;
  /** Units of each hidden layer, first to last. */
  readonly hidden: readonly number[];
  /** Classes to tell apart. */
  readonly outputs: number;
}

/**
 * A model of several fully connected layers: ReLU in the hidden ones, and one score per class at the end, which the
 * loss turns into probabilities. The first weights depend on `seed` and on nothing else.
 */
export function createModel({ inputs, hidden, outputs }: ModelShape, seed: number): Sequential {
  const random = seededRandom(seed);
  const model = sequential();
  const sizes = [inputs, ...hidden, outputs];
  for (let layer = 1; layer < sizes.length; layer++) {
    const input = layer === 1 ? { inputShape: [inputs] } : {};
    const activation = layer < sizes.length - 1 ? "relu" : "linear";
    const kernelInitializer = initializers.heNormal({ seed: drawSeed(random) });
    model.add(layers.dense({ ...input, units: sizes[layer] as number, activation, kernelInitializer }));
  }
  return model;
}

/** The variables that training changes, in a fixed order. */
export function parameters(model: Sequential): Variable[] {
  return model.trainableWeights.map((weight) => weight.read() as Variable);
}
