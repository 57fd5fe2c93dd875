import type { Level } from "anneal";

/** A factor of the base rate, to the 15 digits that a user would write it with. */
export function ofBase(factor: number): Level {
  return `${Number(factor.toPrecision(15))}x`;
}
