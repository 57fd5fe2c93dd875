import { type Cell, mirrored } from "./cell.ts";
import { keptScalar } from "./engine.ts";
import type { Internals } from "./recognise.ts";

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
  const set = (value: number): void => {
    const scalar = keptScalar(value);
    optimizer.m?.dispose();
    optimizer.m = scalar;
    field.set(value);
  };
  return mirrored({ get: field.get, set }, () => optimizer.m);
}
