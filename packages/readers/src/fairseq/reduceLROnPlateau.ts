import { linear, plateau } from "anneal";
import { checked } from "../checked.ts";
import { float, int, set } from "../numerals.ts";
import { optional } from "../parameter.ts";
import { schedule } from "./schedule.ts";

/** `reduce_lr_on_plateau`: a warm-up, then PyTorch's plateau, with the validation metric after each epoch. */
export const reduceLROnPlateau = schedule(
  {
    parameters: {
      lr_shrink: optional(float, 0.1),
      lr_threshold: optional(float, 1e-4),
      lr_patience: optional(int, 0),
      warmup_updates: optional(int, 0),
      warmup_init_lr: optional(float, -1),
      maximize_best_checkpoint_metric: optional(set, false),
    },
  },
  (given, { context }) => {
    const { lr_shrink: factor, lr_threshold: rtol, lr_patience: patience, warmup_updates: over } = given;
    const mode = given.maximize_best_checkpoint_metric ? "max" : "min";
    if (over > 0) context.note("Metrics count from the first epoch that ends after the warm-up.");
    return {
      plan: linear({ from: Math.max(given.warmup_init_lr, 0), to: "1x", over }),
      controllers: [checked(plateau({ mode, factor, rtol, patience }))],
    };
  },
);
