import { betaCells, betas } from "./betas.ts";
import { type Cell, property } from "./cell.ts";
import { momentum } from "./momentum.ts";
import { rate } from "./rate.ts";
import type { Internals } from "./recognise.ts";

/** The hyperparameters that can change while an optimizer trains; without those that it does not have. */
export interface Cells {
  readonly lr: Cell;
  readonly momentum: Cell | undefined;
  readonly betas: readonly Cell[] | undefined;
}

/** The cells of an optimizer. */
export function cellsOf(optimizer: Internals): Cells {
  return { lr: rate(optimizer), momentum: momentum(optimizer), betas: betaCells(optimizer) };
}

/** A param group that shows cells under the names of their hyperparameters; `path` is where errors say that it is. */
export function showCells(path: string, cells: Cells): object {
  const group = {};
  Object.defineProperty(group, "lr", property(`${path}.lr`, cells.lr));
  if (cells.momentum) Object.defineProperty(group, "momentum", property(`${path}.momentum`, cells.momentum));
  if (cells.betas) Object.defineProperty(group, "betas", betas(`${path}.betas`, cells.betas));
  return group;
}
