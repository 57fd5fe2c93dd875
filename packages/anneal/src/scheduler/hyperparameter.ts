import { type Field, FROM_ZERO } from "../field.ts";

/** Where a hyperparameter is kept in a param group, and what it may be. */
export interface Place {
  /** It is an entry of the group's `betas`, as PyTorch's optimizers keep `beta1` and `beta2`. */
  readonly inBetas: boolean;
  /** Its name in the group, or its index in `betas`. */
  readonly field: string;
  /** Under which name the group remembers the base value: `initialLr`. */
  readonly memory: string;
  /** The row of its values. */
  readonly row: Field;
}

const BETA: Field = { type: "number", below: 1 };

/** The place of the hyperparameter that a program calls `key`. */
export function placeOf(key: string): Place {
  const index = ["beta1", "beta2"].indexOf(key);
  const inBetas = index >= 0;
  return {
    inBetas,
    field: inBetas ? String(index) : key,
    memory: `initial${key.slice(0, 1).toUpperCase()}${key.slice(1)}`,
    row: inBetas ? BETA : FROM_ZERO,
  };
}
