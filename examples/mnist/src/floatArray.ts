import { createHash } from "node:crypto";
import { type Tensor, tensor, tidy, type Variable, variable } from "@tensorflow/tfjs-core";

/** The shape and the values of a tensor outside of TensorFlow.js, so that they can be saved. */
export interface FloatArray {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** A copy of what a tensor holds. */
export function readArray(source: Tensor): FloatArray {
  return { shape: source.shape, values: source.dataSync<"float32">() };
}

/** Makes a variable hold the values of an array of the same shape, bit for bit. */
export function writeArray(target: Variable, array: FloatArray): void {
  tidy(() => target.assign(tensor(array.values, [...array.shape], "float32")));
}

/** A new variable that training does not change by itself, with the values of an array. */
export function variableOf(array: FloatArray): Variable {
  return tidy(() => variable(tensor(array.values, [...array.shape], "float32"), false));
}

/** A fingerprint of all bits of some arrays. */
export function sha256(arrays: readonly FloatArray[]): string {
  const hash = createHash("sha256");
  for (const { shape, values } of arrays) hash.update(shape.join()).update(values);
  return hash.digest("hex");
}
