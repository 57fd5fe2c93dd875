import { type Tensor2D, tidy } from "@tensorflow/tfjs-core";
import type { Sequential } from "@tensorflow/tfjs-layers";
import { imagesTensor } from "./batches.ts";
import type { Dataset } from "./data/dataset.ts";

/** Rows that go through the model at once: large enough to be fast, small enough for 10,000 images to need little memory. */
const ROWS = 2000;

/** The test images, kept as tensors, because every epoch needs the same ones. */
export class TestSet {
  readonly #labels: Uint8Array;
  readonly #classes: number;
  readonly #parts: readonly Tensor2D[];

  constructor({ test, pixels, classes }: Dataset) {
    this.#labels = test.labels;
    this.#classes = classes;
    this.#parts = Array.from({ length: Math.ceil(test.count / ROWS) }, (_, part) => {
      const first = part * ROWS;
      const last = Math.min(first + ROWS, test.count);
      const values = Float32Array.from(test.images.subarray(first * pixels, last * pixels));
      return tidy(() => imagesTensor(values, last - first, pixels));
    });
  }

  /** The share of test images whose class gets the highest score, from 0 to 1. */
  accuracy(model: Sequential): number {
    let right = 0;
    for (const [part, images] of this.#parts.entries()) {
      const scores = tidy(() => (model.apply(images) as Tensor2D).dataSync());
      for (let row = 0; row < images.shape[0]; row++) {
        const from = row * this.#classes;
        if (highest(scores, from, this.#classes) === this.#labels[part * ROWS + row]) right++;
      }
    }
    return right / this.#labels.length;
  }
}

function highest(scores: ArrayLike<number>, from: number, count: number): number {
  let best = 0;
  for (let index = 1; index < count; index++) {
    if ((scores[from + index] as number) > (scores[from + best] as number)) best = index;
  }
  return best;
}
