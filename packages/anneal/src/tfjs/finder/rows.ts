import { refuse } from "../../error.ts";
import type { Tensor } from "../recognise.ts";
import { readValues, tensorOf, type Values } from "../values.ts";
import { type OwnedBatch, type TfjsTensor, type TfjsTensors, tensorsOf } from "./batch.ts";
import { Shuffler } from "./shuffler.ts";

/** All data as tensors. */
export interface TfjsRows {
  readonly xs: TfjsTensors;
  readonly ys: TfjsTensors;
}

/**
 * Cuts full batches of rows in random order, again and again; rows that are left over may come with the next order. The
 * rows are copied outside of TensorFlow.js, which is faster there than gathering them.
 */
export async function cutRows(
  { xs, ys }: TfjsRows,
  batchSize: number,
): Promise<(seed: number) => AsyncGenerator<OwnedBatch, never>> {
  const tensors = [...tensorsOf(xs), ...tensorsOf(ys)];
  const rows = tensors[0]?.shape[0] ?? 0;
  const both = tensorsOf(xs).length > 0 && tensorsOf(ys).length > 0;
  if (!(both && rows > 0 && tensors.every(({ shape }) => shape[0] === rows))) {
    const counts = tensors.map(({ shape }) => shape[0]).join(", ");
    refuse("data", "xs and ys of tensors with equally many rows, at least one", counts);
  }
  const read = await Promise.all(tensors.map(async (tensor) => [tensor, await readValues(tensor as Tensor)] as const));
  const values = new Map(read);
  const size = Math.min(batchSize, rows);
  return async function* cut(seed) {
    const shuffler = new Shuffler(seed);
    for (;;) {
      const order = shuffler.order(rows);
      for (let first = 0; first + size <= rows; first += size) {
        const taken = order.slice(first, first + size);
        const take = (tensor: TfjsTensor) => tensorOf(pick(values.get(tensor) as Values, taken)) as TfjsTensor;
        yield { xs: mapTensors(xs, take), ys: mapTensors(ys, take), owned: true };
      }
    }
  };
}

function pick({ values, shape, dtype }: Values, rows: readonly number[]): Values {
  const width = values.length / (shape[0] as number);
  const picked = values.slice(0, rows.length * width);
  rows.forEach((row, i) => {
    picked.set(values.subarray(row * width, (row + 1) * width), i * width);
  });
  return { values: picked, shape: [rows.length, ...shape.slice(1)], dtype };
}

function mapTensors(some: TfjsTensors, map: (tensor: TfjsTensor) => TfjsTensor): TfjsTensors {
  const tensors = tensorsOf(some);
  if (tensors[0] === some) return map(some as TfjsTensor);
  if (Array.isArray(some)) return tensors.map(map);
  return Object.fromEntries(Object.entries(some).map(([name, tensor]) => [name, map(tensor)]));
}
