import type { Context } from "../context.ts";
import { json } from "../notations/json.ts";
import { float, set, word } from "../numerals.ts";
import { type Options, readOptions } from "../options.ts";
import { dictionary, nullable, optional, type Parameter } from "../parameter.ts";
import type { Dictionary } from "../value.ts";
import { type SchedulerType, schedulerType } from "./schedulerType.ts";

/** What of transformers' TrainingArguments the rate depends on. */
export interface TrainerArguments {
  readonly learning_rate: number;
  readonly lr_scheduler_type: SchedulerType;
  readonly lr_scheduler_kwargs: Dictionary | null;
  readonly warmup_steps: number;
  /** Of transformers 4; none where it is not written. */
  readonly warmup_ratio: number | null;
  readonly num_train_epochs: number;
  readonly max_steps: number;
  readonly per_device_train_batch_size: number;
  readonly gradient_accumulation_steps: number;
  readonly dataloader_drop_last: boolean;
}

/** The special arguments of a schedule: a dictionary, or the text of one in JSON, as on a command line. */
const special: Parameter<Dictionary> = {
  read: (value, there) => {
    const { context, path, place } = there;
    const data = typeof value === "string" ? context.build(path, place, () => json(value).data) : value;
    return data === undefined ? undefined : dictionary.read(data, there);
  },
};

const parameters = {
  learning_rate: float,
  lr_scheduler_type: optional(word(schedulerType), "linear"),
  lr_scheduler_kwargs: nullable(special),
  warmup_steps: optional(float, 0),
  warmup_ratio: nullable(float),
  num_train_epochs: optional(float, 3),
  max_steps: optional(float, -1),
  per_device_train_batch_size: optional(float, 8),
  gradient_accumulation_steps: optional(float, 1),
  dataloader_drop_last: optional(set, false),
} as const;

/** What of them is read. */
export const READ: readonly string[] = Object.keys(parameters);

/** The arguments that matter, all others being left alone; `learning_rate` is the class's own. */
export function readArguments(options: Options, learning_rate: number, context: Context): TrainerArguments | undefined {
  return readOptions({ ...parameters, learning_rate: optional(float, learning_rate) }, options, context);
}
