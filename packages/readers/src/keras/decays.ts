import { exponentialDecay, polynomial, powerLaw } from "anneal";
import { type Entry, entry } from "../entry.ts";
import { flag, ignored, number, optional } from "../parameter.ts";
import { scheduled, steps } from "./scheduled.ts";

const decay = {
  initial_learning_rate: number,
  decay_steps: steps,
  decay_rate: number,
  staircase: optional(flag, false),
  name: ignored,
};

/** `initial_learning_rate * decay_rate ** (step / decay_steps)`. */
export const ExponentialDecay: Entry = entry(decay, (given) => {
  const { initial_learning_rate: from, decay_steps: every, decay_rate: factor, staircase } = given;
  return scheduled(exponentialDecay({ from, every, factor, staircase }));
});

/** `initial_learning_rate / (1 + decay_rate * step / decay_steps)`. */
export const InverseTimeDecay: Entry = entry(decay, (given) => {
  const { initial_learning_rate: from, decay_steps: every, decay_rate: rate, staircase } = given;
  return scheduled(powerLaw({ from, every, rate, staircase, power: -1 }));
});

/** A power of the share that is left. */
export const PolynomialDecay: Entry = entry(
  {
    initial_learning_rate: number,
    decay_steps: steps,
    end_learning_rate: optional(number, 0.0001),
    power: optional(number, 1),
    cycle: optional(flag, false),
    name: ignored,
  },
  ({ initial_learning_rate: from, decay_steps: over, end_learning_rate: to, power, cycle }) =>
    scheduled(polynomial({ from, to, over, power, cycle })),
);
