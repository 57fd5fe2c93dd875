import { engine } from "./engine.ts";
import type { Tensor, Variable } from "./recognise.ts";

/** The values of a tensor outside of TensorFlow.js. */
export interface Values {
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly values: Float32Array | Int32Array;
}

/** A copy of what a tensor holds: some backends give out the very memory that they keep it in. */
export async function readValues(tensor: Tensor): Promise<Values> {
  const values = (await tensor.data()) as Float32Array;
  return { shape: [...tensor.shape], dtype: tensor.dtype, values: values.slice() };
}

/** A new tensor that holds a copy of these values. */
export function tensorOf({ values, shape, dtype }: Values): Tensor {
  return engine().makeTensor(values.slice(), shape, dtype as "float32");
}

/** Makes a variable hold these values, bit for bit. */
export function writeValues(variable: Variable, values: Values): void {
  const tensor = tensorOf(values);
  variable.assign(tensor);
  tensor.dispose();
}
