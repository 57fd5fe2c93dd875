/**
 * How many whole turns are done, or were just `before`. Within 1e-9 of a whole one it has been reached, as for every
 * time. Finite, since 1 to the power of infinity is not a number.
 */
export function stairs(turns: number, before?: boolean): number {
  const whole = Math.round(Math.min(turns, 1e300));
  return turns >= whole * (before ? 1 + 1e-9 : 1 - 1e-9) ? whole : whole - 1;
}
