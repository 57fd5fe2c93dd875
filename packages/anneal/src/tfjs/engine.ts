import type { Tensor, Variable } from "./recognise.ts";

/** What is used of TensorFlow.js beside its optimizers. */
interface Engine {
  keep(tensor: Tensor): Tensor;
  tidy(act: () => void): void;
  makeTensor(values: Float32Array | Int32Array, shape: readonly number[], type: "float32" | "int32"): Tensor;
  runKernel(name: "Multiply", inputs: { readonly a: object; readonly b: object }): Tensor;
}

/**
 * The engine of TensorFlow.js, which `tf.engine()` gives. It stands on the global object, so that several copies of the
 * framework share it: through it the user's own copy works, and none need be imported here.
 */
export function engine(): Engine {
  return (globalThis as unknown as { readonly _tfengine: Engine })._tfengine;
}

/** A scalar that outlives every `tidy`. */
export function keptScalar(value: number): Tensor {
  return engine().keep(engine().makeTensor(Float32Array.of(value), [], "float32"));
}

/** Gives a scalar variable another value. */
export function assignNumber(variable: Variable, value: number): void {
  const scalar = keptScalar(value);
  variable.assign(scalar);
  scalar.dispose();
}
