import { refuse } from "../error.ts";
import type { Tensor } from "./recognise.ts";

/** One hyperparameter of an optimizer: how to read it and how to make it count. */
export interface Cell {
  get(): number;
  set(value: number): void;
}

/**
 * A cell whose value the optimizer holds twice: in a field and in a tensor made from that field. Some code writes the
 * field alone, which trains on at the old value, so the tensor is made anew once here, and later whenever the value
 * is not the one that it was last made from. Once the tensor that is `held` was disposed, so was the optimizer, and none
 * is made that nobody would dispose.
 */
export function mirrored({ get, set }: Cell, held: () => Tensor | undefined): Cell {
  let applied = get();
  set(applied);
  return {
    get,
    set(value) {
      if ((value === applied && value === get()) || held()?.isDisposed) return;
      set(value);
      applied = value;
    },
  };
}

/** The property that shows a cell on a param group and lets only numbers from 0 to below `limit` through. */
export function property(path: string, { get, set }: Cell, limit: number = Infinity): PropertyDescriptor {
  return {
    enumerable: true,
    get,
    set(value: unknown) {
      if (!isBelow(value, limit)) refuse(path, rangeText(limit), value);
      set(value);
    },
  };
}

/** Whether a value is a number from 0 to below the limit. */
export function isBelow(value: unknown, limit: number): value is number {
  return typeof value === "number" && value >= 0 && value < limit;
}

/** The range in words, for an error. */
export function rangeText(limit: number): string {
  return limit === Infinity ? "a finite number from 0" : `a number from 0 to below ${limit}`;
}
