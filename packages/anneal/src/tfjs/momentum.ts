import { type Cell, mirrored } from "./cell.ts";
import type { Internals, Tensor } from "./recognise.ts";

/** The momentum of Momentum and RMSProp; undefined for the others, which have none. */
export function momentum(optimizer: Internals): Cell | undefined {
  if (optimizer.momentum === undefined) return undefined;
  const field: Cell = {
    get: () => optimizer.momentum as number,
    set: (value) => {
      optimizer.momentum = value;
    },
  };
  if (optimizer.m === undefined) return field;
  return mirrored({
    get: field.get,
    set(value) {
      const scalar = keptScalar(optimizer, value);
      optimizer.m?.dispose();
      optimizer.m = scalar;
      field.set(value);
    },
  });
}

/**
 * Makes a scalar that outlives every `tidy`, without an import of TensorFlow.js: `setLearningRate` keeps
 * `scalar(-rate)` in `c`, here on an object of ours instead of on the optimizer.
 */
function keptScalar(optimizer: Internals, value: number): Tensor {
  const stand = {} as { c: Tensor };
  optimizer.setLearningRate?.call(stand, -value);
  return stand.c;
}
