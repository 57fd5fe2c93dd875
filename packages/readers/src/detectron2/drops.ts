import { type Plan, piecewise } from "anneal";

/** A power of a factor of the base rate, to the 15 digits that it has. */
export const power = (gamma: number, n: number): number => Number((gamma ** n).toPrecision(15));

/** The base rate, multiplied by `gamma` at each of these times, as it is seen from one time on. */
export function drops(times: readonly number[], gamma: number, from = 0): Plan {
  const counts = new Map<number, number>();
  times.forEach((time, i) => {
    counts.set(time, i + 1);
  });
  const hidden = times.filter((time) => time <= from).length;
  const at = [...counts.keys()].filter((time) => time > from);
  const to = at.map((time) => `${power(gamma, counts.get(time) as number)}x` as const);
  return piecewise({ from: `${power(gamma, hidden)}x`, at, to });
}
