import { losses, type Optimizer, type Tensor, type Tensor2D } from "@tensorflow/tfjs-core";
import type { Sequential } from "@tensorflow/tfjs-layers";
import { Batches } from "../src/batches.ts";
import type { Dataset } from "../src/data/dataset.ts";
import { createModel } from "../src/model.ts";
import { createOptimizer } from "../src/optimizer.ts";
import type { OptimizerName } from "../src/optimizerNames.ts";
import { seededRandom, shuffledOrder } from "../src/random.ts";

/** The example's network, with first weights that are always the same, compiled for `trainOnBatch`. */
export function compiledModel(data: Dataset, name: OptimizerName, lr: number): Sequential {
  const model = createModel({ inputs: data.pixels, hidden: [128, 64], outputs: data.classes }, 0);
  const loss = (labels: Tensor, scores: Tensor) => losses.softmaxCrossEntropy(labels, scores);
  model.compile({ optimizer: createOptimizer(name, model, { lr }) as Optimizer, loss });
  return model;
}

/** Images, and their labels. */
export interface LabelledBatch {
  readonly xs: Tensor2D;
  readonly ys: Tensor2D;
}

/** The first `count` batches of an epoch in the order of a seed. */
export function* someBatches(data: Dataset, count: number, seed: number): Generator<LabelledBatch> {
  const batches = new Batches(data, 32);
  const order = shuffledOrder(seededRandom(seed), data.train.count);
  for (let index = 0; index < count; index++) {
    const { images, labels } = batches.take(order, index % batches.count);
    yield { xs: images, ys: labels };
  }
}
