import { float, floats, int, set, word } from "../numerals.ts";
import { choice, nullable, optional, text } from "../parameter.ts";
import { STYLES, WSD_STYLES } from "./rates.ts";
import { INCREASES } from "./weightDecay.ts";

/** Megatron's options of schedules and of what they count, with its defaults. */
export const parameters = {
  lr: float,
  min_lr: optional(float, 0),
  decoupled_lr: nullable(float),
  decoupled_min_lr: nullable(float),
  lr_decay_style: optional(word(choice(...STYLES)), "linear"),
  lr_wsd_decay_style: optional(word(choice(...WSD_STYLES)), "exponential"),
  lr_warmup_init: optional(float, 0),
  lr_warmup_fraction: nullable(float),
  lr_warmup_iters: optional(int, 0),
  lr_warmup_samples: optional(int, 0),
  lr_decay_iters: nullable(int),
  lr_decay_samples: nullable(int),
  lr_wsd_decay_iters: nullable(int),
  lr_wsd_decay_samples: nullable(int),
  train_iters: nullable(int),
  train_samples: nullable(int),
  weight_decay: optional(float, 0.01),
  start_weight_decay: nullable(float),
  end_weight_decay: nullable(float),
  weight_decay_incr_style: optional(word(choice(...INCREASES)), "constant"),
  global_batch_size: nullable(int),
  micro_batch_size: nullable(int),
  rampup_batch_size: nullable(floats),
  step_batch_size_schedule: nullable(word(text)),
  seq_length: nullable(int),
  decrease_batch_size_if_needed: optional(set, false),
} as const;

/** The names under which other versions have them. */
export const OLDER: Readonly<Record<string, readonly string[]>> = {
  lr_warmup_fraction: ["warmup"],
  micro_batch_size: ["batch-size"],
};

/** Options that change the schedule in a way that is not read. */
export const NOT_READ = ["lr_decay_tokens", "lr_warmup_tokens", "train_tokens", "lr_decay_ratio"] as const;
