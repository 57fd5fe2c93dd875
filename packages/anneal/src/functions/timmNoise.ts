import { normal, uniform } from "./mersenneTwister.ts";

/** A factor near 1 for each whole turn of `every` steps, from a generator seeded with `seed` + the turn. */
export function timmNoise(
  t: number,
  [seed = 42, limit = 0.67, every = 1, isUniform = 0, deviation = 1]: readonly number[],
): number {
  const draw = isUniform ? uniform : normal;
  return 1 + draw(seed + Math.floor(t / every), limit, deviation);
}
