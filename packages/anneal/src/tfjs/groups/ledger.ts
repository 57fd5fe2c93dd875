import { refuse } from "../../error.ts";
import { engine } from "../engine.ts";
import type { Tensor } from "../recognise.ts";
import type { Values } from "../values.ts";

/** What there is to save besides tensors: for each variable the number of its group, and the numbers of its cohort. */
export interface Ledger {
  readonly iterations: number;
  /** Absent when a plain optimizer of TensorFlow.js saved the weights. */
  readonly rows?: readonly (readonly number[])[];
}

/**
 * The ledger as the first of an optimizer's weights. Plain optimizers read the first number of it, the count of updates,
 * and nothing else; behind it stand the rows in double precision, cut into halves.
 */
export function writeLedger({ iterations, rows = [] }: Ledger): Tensor {
  const halves = new Int32Array(Float64Array.from(rows.flat()).buffer);
  const values = Int32Array.of(iterations, ...halves);
  return engine().keep(engine().makeTensor(values, [values.length], "int32"));
}

/** Reads a ledger of so many rows of so many numbers; refuses another one. */
export function readLedger(tensor: Values, count: number, width: number): Ledger {
  const [iterations = Number.NaN, ...halves] = Array.from(tensor.values);
  if (!Number.isSafeInteger(iterations) || iterations < 0) refuse("weights[0]", "a count of updates", iterations);
  if (halves.length === 0) return { iterations };
  if (tensor.dtype !== "int32") refuse("weights[0].dtype", '"int32"', tensor.dtype);
  const saved = halves.length / 2 / width;
  if (saved !== count) {
    refuse("weights[0]", `the state of ${count} variables`, Number.isInteger(saved) ? saved : "another optimizer's");
  }
  const numbers = new Float64Array(Int32Array.from(halves).buffer);
  const rows = Array.from({ length: count }, (_, i) => [...numbers.subarray(i * width, (i + 1) * width)]);
  rows.forEach((row, i) => {
    const wrong = row.find((number) => !(number >= 0 && number < Infinity));
    if (wrong !== undefined) refuse(`weights[0][${i}]`, "finite numbers from 0", wrong);
  });
  return { iterations, rows };
}
