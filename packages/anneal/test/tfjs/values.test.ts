import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-cpu";
import { describe, expect, it } from "vitest";
import { readValues, tensorOf, writeValues } from "../../src/tfjs/values.ts";

describe("a tensor's values outside of TensorFlow.js", () => {
  it.each([
    ["float32", [1.5, Number.NaN, -0, 1e-40]],
    ["int32", [1, -7, 2 ** 30, 0]],
    ["bool", [1, 0, 1, 1]],
  ] as const)("%s: are a copy, and make the same tensor again", async (dtype, values) => {
    const tensor = tf.tensor([...values], [2, 2], dtype);
    const read = await readValues(tensor);
    const again = tensorOf(read) as unknown as tf.Tensor;
    expect([again.shape, again.dtype]).toEqual([[2, 2], dtype]);
    expect([...again.dataSync()]).toEqual([...tensor.dataSync()]);
    const before = [...again.dataSync()];
    read.values.fill(3);
    expect([...tensor.dataSync()]).toEqual(before);
    expect([...again.dataSync()]).toEqual(before);
  });

  it("are written into a variable without leaving a tensor behind", async () => {
    const variable = tf.variable(tf.tensor1d([1, 2]));
    const read = await readValues(variable);
    const tensors = tf.memory().numTensors;
    variable.assign(tf.tidy(() => tf.keep(tf.tensor1d([5, 6]))));
    writeValues(variable, read);
    expect([...variable.dataSync()]).toEqual([1, 2]);
    expect(tf.memory().numTensors).toBe(tensors + 1);
  });
});
