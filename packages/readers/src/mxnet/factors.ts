import { exponentialDecay, type Level, piecewise, shift } from "anneal";
import { type Entry, entry } from "../entry.ts";
import { limited, list, number, optional, whole } from "../parameter.ts";
import { base, warm, warmed } from "./warmed.ts";

const factor = optional(
  limited(number, "a number up to 1", (factor) => factor <= 1),
  1,
);

/** Drops come one update after the number that is said, and go on during warm-up. */
export const FactorScheduler: Entry = entry(
  {
    step: limited(number, "a number from 1", (step) => step >= 1),
    factor,
    stop_factor_lr: optional(number, 1e-8),
    ...base,
    ...warm,
  },
  ({ step: every, factor, stop_factor_lr: min, ...given }, reader) => {
    const plan = shift({ plan: exponentialDecay({ every, factor, min, staircase: true }), by: -1 });
    return warmed(given, plan, "global", reader);
  },
);

const steps = limited(
  list(whole),
  "whole numbers from 1, each above the one before",
  (steps) => steps.length > 0 && steps.every((step, i) => step > (steps[i - 1] ?? 0)),
);

/** The same at numbers of its own; what is due during warm-up happens at its end. */
export const MultiFactorScheduler: Entry = entry(
  { step: steps, factor, ...base, ...warm },
  ({ step, factor, ...given }, reader) => {
    const hidden = step.filter((at) => at + 1 < given.warmup_steps).length;
    const level = (drops: number): Level => `${factor ** drops}x`;
    const at = step.slice(hidden);
    const plan = piecewise({ from: level(hidden), at, to: at.map((_, i) => level(hidden + i + 1)) });
    return warmed(given, shift({ plan, by: -1 }), "global", reader);
  },
);
