import { nearWhole } from "../units.ts";

/**
 * How many whole turns are done, or were just `before`. Within 1e-9 of a whole one it has been reached, as for every
 * time. Finite, since 1 to the power of infinity is not a number.
 */
export function stairs(turns: number, before?: boolean): number {
  const near = nearWhole(Math.min(turns, 1e300));
  return before ? Math.max(Math.ceil(near) - 1, 0) : Math.floor(near);
}
