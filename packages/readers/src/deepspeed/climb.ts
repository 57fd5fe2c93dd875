import type { WarmupCurve } from "anneal";
import type { Reader } from "../entry.ts";
import { ignored, limited, optional, text, whole } from "../parameter.ts";

/** A length that has to be a whole number of updates. */
export const length = limited(whole, "a whole number above 0", (value) => value > 0);

/** How all of these schedules climb. */
export const climb = { warmup_num_steps: optional(length, 1000), warmup_type: optional(text, "log") } as const;

/** What all of them take last: where a resumed schedule goes on from. The plan is the same. */
export const last = { last_batch_iteration: ignored } as const;

/** A warm-up's length and curve. */
export interface Climb {
  readonly over: number;
  readonly curve: WarmupCurve;
  readonly inclusive: boolean;
}

/** At least 2 updates; whatever is not `"linear"` is `"log"`, which is at its end one update earlier. */
export function climbOf(
  { warmup_num_steps, warmup_type }: { readonly warmup_num_steps: number; readonly warmup_type: string },
  { context, place }: Reader,
): Climb {
  const isLinear = warmup_type === "linear";
  if (!isLinear && warmup_type !== "log") {
    context.note(
      `warmup_type ${JSON.stringify(warmup_type.slice(0, 60))} is none of DeepSpeed's: it takes "log"`,
      place,
    );
  }
  return { over: Math.max(2, warmup_num_steps), curve: isLinear ? "linear" : "logarithmic", inclusive: !isLinear };
}
