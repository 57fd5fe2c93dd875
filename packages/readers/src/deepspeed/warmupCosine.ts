import { constant, sequence, shift, warmup, warmupCosine } from "anneal";
import { entry } from "../entry.ts";
import { number, optional } from "../parameter.ts";
import { climb, climbOf, last } from "./climb.ts";
import { foundEach, optimizer } from "./groups.ts";

/** `WarmupCosineLR`: shares of each group's own rate. */
export const warmupCosineLR = entry(
  {
    optimizer,
    total_num_steps: number,
    warmup_min_ratio: optional(number, 0),
    warmup_num_steps: climb.warmup_num_steps,
    cos_min_ratio: optional(number, 0.0001),
    warmup_type: climb.warmup_type,
    ...last,
  },
  ({ optimizer, total_num_steps: steps, warmup_min_ratio, cos_min_ratio, ...given }, reader) => {
    const own = climbOf(given, reader);
    const over = Math.max(1, steps - own.over);
    // The decay's own first step is the second of its curve.
    const plan = shift({ plan: warmupCosine({ warmup: 0, over, to: `${cos_min_ratio}x` }), by: 1 });
    // Its constructor sets 0, whatever the ratio says.
    const built = constant({ value: 0, over: 1 });
    reader.context.note("DeepSpeed trains its first update at 0, so that all rates are one update late", reader.place);
    return foundEach({ optimizer, each: {}, relative: true, steps }, reader, () =>
      sequence(built, warmup({ ...own, from: `${warmup_min_ratio}x`, plan })),
    );
  },
);
