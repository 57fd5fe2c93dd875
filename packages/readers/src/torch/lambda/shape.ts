/** A function of the epoch. */
export type Shape = (epoch: number) => number;

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-12 * Math.abs(b) + 1e-300;

/** Whether two values are the same but for how they were computed. */
export const same: (a: number, b: number) => boolean = near;

/** The last of ascending epochs up to which a condition holds, and from there on the last epoch itself, by halving. */
export function lastWhere(probes: readonly number[], holds: (epoch: number) => boolean): number {
  const broken = probes.findIndex((epoch) => !holds(epoch));
  if (broken < 0) return Number.POSITIVE_INFINITY;
  if (broken === 0) return -1;
  let [low, high] = [probes[broken - 1] as number, probes[broken] as number];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** A factor of the base rate as a level. */
export const share = (factor: number): `${number}x` => `${factor}x`;
