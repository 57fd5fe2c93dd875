import { inverseSqrt as curve } from "anneal";
import { float, int } from "../numerals.ts";
import { optional } from "../parameter.ts";
import { schedule } from "./schedule.ts";

/** `inverse_sqrt`: a warm-up, then the inverse square root of the updates. */
export const inverseSqrt = schedule(
  { parameters: { warmup_updates: optional(int, 4000), warmup_init_lr: optional(float, -1) } },
  ({ warmup_updates: warmup, warmup_init_lr: init }, { options, context, refuse }) => {
    if (warmup <= 0) refuse("warmup_updates", "a number above 0, since fairseq divides by it");
    if (!options("warmup_updates")) context.note("The text has no --warmup-updates; inverse_sqrt's default is 4000.");
    return { plan: curve({ warmup, from: Math.max(init, 0) }) };
  },
);
