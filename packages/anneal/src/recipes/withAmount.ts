import { type Level, readQuantity, type Time } from "../units.ts";

/** A time or a level of the same unit with another amount; what has no amount stays as it is. */
export function withAmount<Q extends Time | Level>(quantity: Q, change: (amount: number) => number): Q {
  const read = readQuantity(quantity);
  if (!(read.count >= 0 && read.count < 1 / 0)) return quantity;
  const amount = change(read.count);
  const unit = read.unit.length > 1 ? ` ${read.unit}s` : read.unit;
  return (unit ? amount + unit : amount) as Q;
}
