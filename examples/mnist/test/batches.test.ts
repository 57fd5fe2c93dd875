import { tidy } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { startBackend } from "../src/backend.ts";
import { Batches } from "../src/batches.ts";
import type { Dataset } from "../src/data/dataset.ts";

const samples = {
  count: 5,
  images: Uint8Array.from({ length: 10 }, (_, index) => 5 * index),
  labels: Uint8Array.from([0, 1, 2, 1, 0]),
};
const data: Dataset = { train: samples, test: samples, pixels: 2, classes: 3, digest: "" };
const pixels = (...rows: number[][]) => rows.map((row) => row.map((index) => Math.fround((5 * index) / 255)));
const order = Uint32Array.from([4, 0, 3, 1, 2]);

beforeAll(startBackend);

function taken(batchSize: number, index: number) {
  return tidy(() => {
    const { images, labels, size } = new Batches(data, batchSize).take(order, index);
    return { images: images.arraySync(), labels: labels.arraySync(), size };
  });
}

describe("Batches", () => {
  it("takes the images and classes in the given order", () => {
    expect(taken(2, 0)).toEqual({
      images: pixels([8, 9], [0, 1]),
      labels: [
        [1, 0, 0],
        [1, 0, 0],
      ],
      size: 2,
    });
    expect(taken(2, 1)).toEqual({
      images: pixels([6, 7], [2, 3]),
      labels: [
        [0, 1, 0],
        [0, 1, 0],
      ],
      size: 2,
    });
  });

  it("ends an epoch with a smaller batch, so that every image has its turn", () => {
    expect(new Batches(data, 2).count).toBe(3);
    expect(taken(2, 2)).toEqual({ images: pixels([4, 5]), labels: [[0, 0, 1]], size: 1 });
    expect(new Batches(data, 5).count).toBe(1);
    expect(new Batches(data, 2 ** 53 - 1).count).toBe(1);
    expect(taken(1000, 0).size).toBe(5);
  });

  it("gives each batch tensors of its own", () => {
    const batches = new Batches(data, 2);
    tidy(() => {
      const first = batches.take(order, 0);
      batches.take(order, 1);
      expect(first.images.arraySync()).toEqual(pixels([8, 9], [0, 1]));
    });
  });
});
