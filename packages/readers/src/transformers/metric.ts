import { constant, greedy, plateau } from "anneal";
import { checked } from "../checked.ts";
import { entry } from "../entry.ts";
import { choice, each, flag, ignored, number, optional, whole } from "../parameter.ts";
import { plateauParameters } from "../torch/plateauParameters.ts";
import { found } from "./found.ts";
import { optimizer } from "./optimizer.ts";

const held = constant({ value: "1x" });

/** By how much a metric must beat the best: one of the two tolerances. */
const tolerances = (threshold: number, mode: "rel" | "abs") =>
  mode === "rel" ? { rtol: threshold } : { rtol: 0, atol: threshold };

/** `get_reduce_on_plateau_schedule`: PyTorch's `ReduceLROnPlateau`. */
export const getReduceOnPlateau = entry(
  { optimizer, ...plateauParameters },
  ({ optimizer, mode, factor, patience, threshold, threshold_mode, cooldown, min_lr: minRate, eps }, reader) => ({
    ...found(held, optimizer, reader),
    controllers: [
      checked(plateau({ mode, factor, patience, ...tolerances(threshold, threshold_mode), cooldown, minRate, eps })),
    ],
  }),
);

/** `get_greedy_schedule`: GreedyLR. */
export const getGreedy = entry(
  {
    optimizer,
    mode: optional(choice("min", "max"), "min"),
    factor: optional(number, 0.95),
    patience: optional(whole, 10),
    threshold: optional(number, 1e-6),
    threshold_mode: optional(choice("rel", "abs"), "abs"),
    cooldown: optional(whole, 0),
    warmup: optional(whole, 0),
    min_lr: optional(each(number), 1e-3),
    max_lr: optional(each(number), 1),
    eps: optional(number, 1e-8),
    verbose: ignored,
    smooth: optional(flag, false),
    window_size: optional(whole, 50),
    reset_start: optional(whole, 500),
  },
  ({ optimizer, mode, factor, patience, threshold, threshold_mode, cooldown, warmup, eps, ...given }, reader) => {
    const window = given.smooth ? given.window_size : 0;
    const limits = { minRate: given.min_lr, maxRate: given.max_lr, window, resetStart: given.reset_start };
    const watching = { mode, patience, ...tolerances(threshold, threshold_mode), cooldown, warmup, eps };
    return { ...found(held, optimizer, reader), controllers: [checked(greedy({ factor, ...watching, ...limits }))] };
  },
);
