import { polynomial, sequence } from "anneal";
import { type Entry, entry } from "../entry.ts";
import { type InnerOptions, inner } from "../inner.ts";
import { ignored, number, optional } from "../parameter.ts";
import { scheduled, steps } from "./scheduled.ts";

/** The warm-up that Transformers writes into Keras configurations: a power of the share that is gone, then a schedule. */
export function warmUp(entries: InnerOptions["entries"]): Entry {
  return entry(
    {
      initial_learning_rate: number,
      decay_schedule_fn: inner({ entries }),
      warmup_steps: steps,
      power: optional(number, 1),
      name: ignored,
    },
    ({ initial_learning_rate: to, decay_schedule_fn: plan, warmup_steps: over, power }, { context, place }) => {
      context.note("The schedule's own steps count from the end of the warm-up.", place);
      // (t / over) ** power, as the power of what is left of it.
      return scheduled(sequence(polynomial({ from: 0, to, over, power: 1, k: power }), plan));
    },
  );
}
