import { warmupCosine, warmupCosineRestarts } from "anneal";
import { entry } from "../entry.ts";
import { number, optional } from "../parameter.ts";
import { counts, fallOf, goesOn, last } from "./counts.ts";
import { found } from "./found.ts";

/** `get_cosine_schedule_with_warmup`. */
export const getCosine = entry({ ...counts, num_cycles: optional(number, 0.5), ...last }, (given, reader) => {
  const { num_warmup_steps: warmup, num_training_steps: steps, num_cycles: cycles } = given;
  goesOn(steps, reader);
  return found(warmupCosine({ warmup, over: fallOf(given, reader), cycles }), given.optimizer, reader, steps);
});

/** `get_cosine_with_hard_restarts_schedule_with_warmup`: `num_cycles` equal ones over the whole run. */
export const getCosineRestarts = entry({ ...counts, num_cycles: optional(number, 1), ...last }, (given, reader) => {
  const { num_warmup_steps: warmup, num_training_steps: steps, num_cycles: cycles } = given;
  return found(warmupCosineRestarts({ warmup, over: fallOf(given, reader), cycles }), given.optimizer, reader, steps);
});
