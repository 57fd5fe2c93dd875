import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus, xoroshiro128plusFromState } from "pure-rand/generator/xoroshiro128plus";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";

/** A seeded generator whose whole state can be saved, which `Math.random` cannot offer. */
export type Random = RandomGenerator;

/**
 * The generator of a seed: the same seed gives the same numbers on every machine. Each `stream` of a seed, from 0 on,
 * is a series of numbers that does not overlap with the others.
 */
export function seededRandom(seed: number, stream = 0): Random {
  const random = xoroshiro128plus(seed);
  for (let jump = 0; jump < stream; jump++) random.jump();
  return random;
}

/** The generator that goes on exactly where `random.getState()` was read. */
export function randomFromState(state: readonly number[]): Random {
  return xoroshiro128plusFromState(state);
}

/** A seed for one of TensorFlow.js's initialisers: never 0, which several of them take for "no seed". */
export function drawSeed(random: Random): number {
  return uniformInt(random, 1, 0x7fff_ffff);
}

/** The numbers 0 … count − 1 in random order (Fisher–Yates). It depends on the generator's state and on nothing else. */
export function shuffledOrder(random: Random, count: number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const pick = uniformInt(random, 0, last);
    const swapped = order[last] as number;
    order[last] = order[pick] as number;
    order[pick] = swapped;
  }
  return order;
}
