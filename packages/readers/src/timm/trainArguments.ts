import { float, floats, int, set, word } from "../numerals.ts";
import { nullable, optional, type Parameter, text } from "../parameter.ts";

/** What of train.py's arguments the rate depends on, with their defaults there. */
export const trainArguments = {
  sched: optional(word(text), "cosine"),
  sched_on_updates: optional(set, false),
  lr: nullable(float),
  lr_base: optional(float, 0.1),
  lr_base_size: optional(float, 256),
  lr_base_scale: optional(word(text), ""),
  opt: optional(word(text), "sgd"),
  batch_size: optional(float, 128),
  grad_accum_steps: optional(float, 1),
  layer_decay: nullable(float),
  epochs: optional(int, 300),
  decay_epochs: nullable(float),
  decay_milestones: optional(floats, [90, 180, 270]),
  warmup_epochs: optional(int, 5),
  warmup_prefix: optional(set, false),
  cooldown_epochs: optional(int, 0),
  patience_epochs: optional(int, 10),
  decay_rate: optional(float, 0.1),
  min_lr: optional(float, 0),
  warmup_lr: optional(float, 1e-5),
  lr_noise: nullable(floats),
  lr_noise_pct: optional(float, 0.67),
  lr_noise_std: optional(float, 1),
  lr_cycle_mul: optional(float, 1),
  lr_cycle_decay: optional(float, 0.5),
  lr_cycle_limit: optional(int, 1),
  lr_k_decay: optional(float, 1),
  lr_decay_fn: nullable(word(text)),
  lr_stable_timescale: nullable(float),
  seed: optional(int, 42),
  eval_metric: optional(word(text), "top1"),
} as const;

/** What train.py was told. */
export type TrainArguments = {
  readonly [K in keyof typeof trainArguments]: (typeof trainArguments)[K] extends Parameter<infer T> ? T : never;
};
