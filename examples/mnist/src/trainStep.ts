import { losses, type Optimizer, type Scalar, type Tensor2D } from "@tensorflow/tfjs-core";
import type { Sequential } from "@tensorflow/tfjs-layers";
import type { Batch } from "./batches.ts";
import { parameters } from "./model.ts";

/** One update of the model's weights. Gives the batch's mean loss from before it. To be called within `tidy`. */
export function trainStep(model: Sequential, optimizer: Optimizer, { images, labels }: Batch): number {
  const loss = () => losses.softmaxCrossEntropy(labels, model.apply(images, { training: true }) as Tensor2D) as Scalar;
  const cost = optimizer.minimize(loss, true, parameters(model)) as Scalar;
  return cost.dataSync()[0] as number;
}
