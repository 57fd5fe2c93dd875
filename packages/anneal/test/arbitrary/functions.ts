import type { Functions } from "../../src/index.ts";

/** The functions that random plans name: above 0 and without a jump, for every step there is. */
export const FUNCTIONS: Functions = {
  fading: (t, [every = 10]) => 0.25 + 1 / (1 + Math.min(t, 1e9) / every),
  triangle: (t, [low = 0.5, period = 16]) => low + Math.abs((Math.min(t, 1e15) % period) - period / 2) / period,
};

/** What they are called with. */
export const ARGUMENTS: Readonly<Record<keyof typeof FUNCTIONS, readonly number[]>> = {
  fading: [100],
  triangle: [0.25, 64],
};
