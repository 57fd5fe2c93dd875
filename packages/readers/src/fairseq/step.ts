import { clamp, step as stairs, warmup } from "anneal";
import { float, int } from "../numerals.ts";
import { optional } from "../parameter.ts";
import { schedule } from "./schedule.ts";

/** `step`: a warm-up, then a cut after every `lr_deacy_period` updates (its name is misspelt in fairseq), to a floor. */
export const step = schedule(
  {
    rates: "several",
    parameters: {
      warmup_updates: optional(int, 0),
      warmup_init_lr: optional(float, -1),
      min_lr: optional(float, 0),
      lr_deacy_period: optional(int, 25000),
      lr_decay: optional(float, 0.5),
    },
  },
  ({ warmup_updates: over, warmup_init_lr: init, min_lr: min, lr_deacy_period: every, lr_decay: factor }, reader) => {
    const { lr, refuse } = reader;
    if (every <= 0) refuse("lr_deacy_period", "a number above 0");
    if (factor > 1) refuse("lr_decay", "a number up to 1");
    if (min < 0) refuse("min_lr", "a number from 0");
    if (lr[0] <= min) refuse("lr", `more than --min-lr (${min})`);
    const plan = clamp({ plan: stairs({ every, factor }), min });
    return { plan: warmup({ plan, over, from: init < 0 ? min : init }) };
  },
);
