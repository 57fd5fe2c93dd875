import { cosine, sequence, warmup } from "anneal";
import { type Entry, entry } from "../entry.ts";
import { dictionary, limited, list, number, optional } from "../parameter.ts";
import { Call } from "../value.ts";
import { positive, scheduled } from "./scheduled.ts";

/** Half a cosine wave to the power of `exponent`. */
export const cosine_decay_schedule: Entry = entry(
  { init_value: number, decay_steps: positive, alpha: optional(number, 0), exponent: optional(number, 1) },
  ({ init_value: from, decay_steps: over, alpha, exponent: power }) =>
    scheduled(cosine({ from, to: from * alpha, over, power })),
);

/** Its `decay_steps` are the whole schedule's, the warm-up's among them. */
export const warmup_cosine_decay_schedule: Entry = entry(
  {
    init_value: number,
    peak_value: number,
    warmup_steps: number,
    decay_steps: number,
    end_value: optional(number, 0),
    exponent: optional(number, 1),
  },
  (given, { context, place }) => {
    const { init_value: from, peak_value: peak, warmup_steps: over, decay_steps, end_value, exponent: power } = given;
    const rest = decay_steps - over;
    if (!(rest > 0)) {
      const path = "warmup_cosine_decay_schedule(decay_steps)";
      context.problem(path, `a number above warmup_steps (${over})`, String(decay_steps), place);
      return undefined;
    }
    if (over > 0)
      context.note("decay_steps counts the warm-up as well: the cosine has the steps that are left.", place);
    // optax has the end as a share of the peak, and no share of 0.
    const plan = cosine({ from: peak, to: peak && end_value, over: rest, power });
    return scheduled(warmup({ plan, over, from, to: peak }));
  },
);

const cycles = limited(list(dictionary), "at least one cycle", (cycles) => cycles.length > 0);

/** Cycles of the above, one after another. */
export const sgdr_schedule: Entry = entry({ cosine_kwargs: cycles }, ({ cosine_kwargs }, { context, place }) => {
  let until = 0;
  const parts = cosine_kwargs.flatMap((named) => {
    const call = new Call("warmup_cosine_decay_schedule", { named }, place);
    const plan = warmup_cosine_decay_schedule.read(call, context)?.program.lr;
    const path = "sgdr_schedule(decay_steps)";
    const length = plan && number.read(named.get("decay_steps") ?? null, { context, path, place });
    if (!plan || length === undefined || !("kind" in plan)) return [];
    until += length;
    return { plan, until };
  });
  return parts.length === cosine_kwargs.length ? scheduled(sequence(...parts)) : undefined;
});
