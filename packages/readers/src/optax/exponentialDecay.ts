import { constant, exponentialDecay, type Plan, warmup } from "anneal";
import { type Entry, entry } from "../entry.ts";
import { flag, nullable, number, optional } from "../parameter.ts";
import { scheduled } from "./scheduled.ts";

const decay = {
  transition_steps: number,
  decay_rate: number,
  transition_begin: optional(number, 0),
  staircase: optional(flag, false),
  end_value: nullable(number),
};

interface Decay {
  readonly transition_steps: number;
  readonly decay_rate: number;
  readonly transition_begin: number;
  readonly staircase: boolean;
  readonly end_value: number | null;
}

/** Without steps, or with a rate of 0, optax holds the first value. */
function decayOf(from: number, { transition_steps: every, decay_rate: factor, ...given }: Decay): Plan {
  if (every <= 0 || factor === 0) return constant({ value: from });
  const { transition_begin, staircase, end_value } = given;
  const limit = end_value === null ? {} : { [factor < 1 ? "min" : "max"]: end_value };
  return exponentialDecay({ from, every, factor, begin: Math.max(transition_begin, 0), staircase, ...limit });
}

/** A factor every so many steps; `end_value` is a floor of what falls and a ceiling of what grows. */
export const exponential_decay: Entry = entry({ init_value: number, ...decay }, ({ init_value, ...given }) =>
  scheduled(decayOf(init_value, given)),
);

/** Its decay counts from the end of the warm-up. */
export const warmup_exponential_decay_schedule: Entry = entry(
  { init_value: number, peak_value: number, warmup_steps: number, ...decay },
  ({ init_value: from, peak_value: to, warmup_steps: over, ...given }, { context, place }) => {
    if (over > 0) context.note("transition_steps and transition_begin count from the end of the warm-up.", place);
    return scheduled(warmup({ plan: decayOf(to, given), over, from, to }));
  },
);
