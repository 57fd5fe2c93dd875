import { describe, expect, it } from "vitest";
import { createDataset, type DatasetFiles } from "../../src/data/dataset.ts";

const files: DatasetFiles = {
  trainImages: { sizes: [3, 1, 2], bytes: Uint8Array.from([0, 255, 51, 102, 1, 2]) },
  trainLabels: { sizes: [3], bytes: Uint8Array.from([0, 4, 1]) },
  testImages: { sizes: [1, 1, 2], bytes: Uint8Array.from([9, 9]) },
  testLabels: { sizes: [1], bytes: Uint8Array.from([2]) },
};

describe("createDataset", () => {
  it("keeps the bytes and counts pixels and classes", () => {
    const { train, test, pixels, classes } = createDataset("d", files);
    expect(train.images).toEqual(files.trainImages.bytes);
    expect([train.count, test.count, pixels, classes]).toEqual([3, 1, 2, 5]);
  });

  it("counts a class that only the test set has", () => {
    const testLabels = { sizes: [1], bytes: Uint8Array.from([7]) };
    expect(createDataset("d", { ...files, testLabels }).classes).toBe(8);
  });

  it("has another digest as soon as one byte or the shape differs", () => {
    const digest = (changed: Partial<DatasetFiles>) => createDataset("d", { ...files, ...changed }).digest;
    const same = digest({});
    expect(digest({})).toBe(same);
    expect(digest({ trainLabels: { sizes: [3], bytes: Uint8Array.from([0, 4, 2]) } })).not.toBe(same);
    const reshaped = {
      trainImages: { ...files.trainImages, sizes: [3, 2, 1] },
      testImages: { ...files.testImages, sizes: [1, 2, 1] },
    };
    expect(digest(reshaped)).not.toBe(same);
  });

  it("refuses parts that do not belong together", () => {
    const two = { sizes: [2], bytes: Uint8Array.from([0, 1]) };
    expect(() => createDataset("d", { ...files, trainLabels: two })).toThrow(
      "d: training set: expected as many labels as images, received 2 and 3",
    );
    expect(() => createDataset("d", { ...files, testImages: { sizes: [1, 2, 2], bytes: new Uint8Array(4) } })).toThrow(
      "d: expected training and test images of one size, received 1 × 2 and 2 × 2",
    );
    const none = {
      testImages: { sizes: [0, 1, 2], bytes: new Uint8Array(0) },
      testLabels: { sizes: [0], bytes: new Uint8Array(0) },
    };
    expect(() => createDataset("d", { ...files, ...none })).toThrow(
      "d: test set: expected at least one image, received none",
    );
  });
});
