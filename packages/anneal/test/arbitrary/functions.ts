import type { Functions } from "../../src/index.ts";

/** The functions that random plans name: above 0 and without a jump, for every step and whatever they are called with. */
export const FUNCTIONS: Functions = {
  fading: (t, [every = 10]) => 0.25 + 1 / (1 + Math.min(t, 1e9) / (1 + Math.abs(every))),
  triangle(t, [low = 0.5, period = 16]) {
    const whole = 1 + Math.min(Math.abs(period), 1e9);
    return Math.min(Math.abs(low), 1e9) + Math.abs((Math.min(t, 1e15) % whole) - whole / 2) / whole;
  },
};

/** What they are called with. */
export const ARGUMENTS: Readonly<Record<keyof typeof FUNCTIONS, readonly number[]>> = {
  fading: [99],
  triangle: [0.25, 63],
};
