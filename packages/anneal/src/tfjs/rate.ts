import { type Cell, mirrored } from "./cell.ts";
import type { Internals } from "./recognise.ts";

/** The learning rate. SGD and Momentum train with a scalar made from it, the others read the field at every update. */
export function rate(optimizer: Internals): Cell {
  const get = () => optimizer.learningRate;
  if (optimizer.setLearningRate !== undefined) {
    return mirrored({ get, set: (value) => optimizer.setLearningRate?.(value) }, () => optimizer.c);
  }
  return {
    get,
    set(value) {
      optimizer.learningRate = value;
    },
  };
}
