import { constant, cosine, restarts, sum, warmup } from "anneal";
import { type Entry, entry } from "../entry.ts";
import { ignored, nullable, number, optional } from "../parameter.ts";
import { scheduled, steps } from "./scheduled.ts";

/** Half a cosine wave, after a warm-up if there is a target for it. */
export const CosineDecay: Entry = entry(
  {
    initial_learning_rate: number,
    decay_steps: steps,
    alpha: optional(number, 0),
    name: ignored,
    warmup_target: nullable(number),
    warmup_steps: optional(number, 0),
  },
  (given, { context, place }) => {
    const { initial_learning_rate: from, decay_steps: over, alpha, warmup_target: target, warmup_steps } = given;
    const peak = target ?? from;
    const plan = cosine({ from: peak, to: peak * alpha, over });
    if (target === null) {
      if (warmup_steps) context.note("Keras ignores warmup_steps without warmup_target.", place);
      return scheduled(plan);
    }
    if (warmup_steps) context.note("decay_steps counts from the end of the warm-up.", place);
    return scheduled(warmup({ plan, over: warmup_steps, from, to: peak }));
  },
);

/** Half a cosine wave over and over; only what is above the floor shrinks with `m_mul`. */
export const CosineDecayRestarts: Entry = entry(
  {
    initial_learning_rate: number,
    first_decay_steps: steps,
    t_mul: optional(number, 2),
    m_mul: optional(number, 1),
    alpha: optional(number, 0),
    name: ignored,
  },
  (given, { context, place }) => {
    const { initial_learning_rate: rate, first_decay_steps: over, t_mul: growth, m_mul: factor, alpha } = given;
    if (growth !== 1) {
      context.note(
        "Keras finds the cycle through a float32 logarithm, which can miss a restart; here it is exact.",
        place,
      );
    }
    const cycles = restarts({ plan: cosine({ from: rate * (1 - alpha), to: 0, over }), growth, factor });
    return scheduled(alpha === 0 ? cycles : sum(constant({ value: rate * alpha }), cycles));
  },
);
