import { div, type Tensor2D, tensor2d } from "@tensorflow/tfjs-core";
import type { Dataset } from "./data/dataset.ts";

/** The images and labels of one step. */
export interface Batch {
  /** One row of pixels per image, from 0 to 1. */
  readonly images: Tensor2D;
  /** One row per image: 1 for its class, 0 for the others. */
  readonly labels: Tensor2D;
  readonly size: number;
}

/** Some images as a tensor of pixels from 0 to 1. `values` has `count` × `pixels` pixels from 0 to 255. */
export function imagesTensor(values: Float32Array, count: number, pixels: number): Tensor2D {
  return div(tensor2d(values, [count, pixels]), 255);
}

/**
 * Cuts the training set into batches. Each is copied into the same two arrays and given to TensorFlow.js as tensors:
 * 1.5 times as fast a step as picking the rows with `gather` from one large tensor.
 */
export class Batches {
  /** Batches per epoch; the last one is smaller when the images do not divide evenly. */
  readonly count: number;
  readonly #data: Dataset;
  readonly #size: number;
  readonly #images: Float32Array;
  readonly #labels: Float32Array;

  constructor(data: Dataset, batchSize: number) {
    this.#data = data;
    this.#size = Math.min(batchSize, data.train.count);
    this.count = Math.ceil(data.train.count / this.#size);
    this.#images = new Float32Array(this.#size * data.pixels);
    this.#labels = new Float32Array(this.#size * data.classes);
  }

  /** The batch at place `index` of an epoch that goes through the images in `order`. To be called within `tidy`. */
  take(order: Uint32Array, index: number): Batch {
    const { train, pixels, classes } = this.#data;
    const first = index * this.#size;
    const size = Math.min(this.#size, order.length - first);
    this.#labels.fill(0);
    for (let row = 0; row < size; row++) {
      const source = order[first + row] as number;
      this.#images.set(train.images.subarray(source * pixels, (source + 1) * pixels), row * pixels);
      this.#labels[row * classes + (train.labels[source] as number)] = 1;
    }
    return {
      images: imagesTensor(this.#images.subarray(0, size * pixels), size, pixels),
      labels: tensor2d(this.#labels.subarray(0, size * classes), [size, classes]),
      size,
    };
  }
}
