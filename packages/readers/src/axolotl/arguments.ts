import { float, set } from "../numerals.ts";
import { dictionary, nullable, optional, type Parameter, text } from "../parameter.ts";

/** What of axolotl's configuration the rate depends on. */
export const axolotlArguments = {
  learning_rate: float,
  lr_scheduler: nullable(text),
  lr_scheduler_kwargs: nullable(dictionary),
  lr_quadratic_warmup: nullable(set),
  cosine_min_lr_ratio: nullable(float),
  cosine_constant_lr_ratio: nullable(float),
  jagged_restart_steps: nullable(float),
  warmup_steps: nullable(float),
  warmup_ratio: nullable(float),
  num_epochs: optional(float, 1),
  max_steps: nullable(float),
  micro_batch_size: optional(nullable(float), 1),
  gradient_accumulation_steps: nullable(float),
  batch_size: nullable(float),
  sample_packing: nullable(set),
} as const;

/** What a configuration says of its rate. */
export type Axolotl = {
  readonly [K in keyof typeof axolotlArguments]: (typeof axolotlArguments)[K] extends Parameter<infer T> ? T : never;
};
