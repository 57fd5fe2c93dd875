import { beforeAll, describe, expect, it } from "vitest";
import { startBackend } from "../src/backend.ts";
import type { Dataset } from "../src/data/dataset.ts";
import { writeArray } from "../src/floatArray.ts";
import { createModel, parameters } from "../src/model.ts";
import { TestSet } from "../src/testSet.ts";

beforeAll(startBackend);

/** A model of one layer that passes its input on, so that the largest pixel is the class. */
function identity(size: number) {
  const model = createModel({ inputs: size, hidden: [], outputs: size }, 0);
  const [weights] = parameters(model);
  const values = Float32Array.from({ length: size * size }, (_, index) => (index % (size + 1) === 0 ? 1 : 0));
  if (weights) writeArray(weights, { shape: [size, size], values });
  return model;
}

function oneHot(classes: readonly number[], labels: readonly number[]): Dataset {
  const images = Uint8Array.from(classes.flatMap((at) => [0, 1, 2].map((pixel) => (pixel === at ? 255 : 0))));
  const test = { count: classes.length, images, labels: Uint8Array.from(labels) };
  return { train: test, test, pixels: 3, classes: 3, digest: "" };
}

describe("TestSet", () => {
  it("counts the images whose class gets the highest score", () => {
    expect(new TestSet(oneHot([0, 1, 2, 2], [0, 1, 2, 1])).accuracy(identity(3))).toBe(0.75);
  });

  it("counts all parts of a large set", () => {
    const classes = Array.from({ length: 4500 }, (_, index) => index % 3);
    const labels = classes.map((at, index) => (index < 4410 ? at : (at + 1) % 3));
    expect(new TestSet(oneHot(classes, labels)).accuracy(identity(3))).toBe(0.98);
  });
});
