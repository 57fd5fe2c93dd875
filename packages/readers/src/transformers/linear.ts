import { warmupLinear } from "anneal";
import { entry } from "../entry.ts";
import { counts, fallOf, last } from "./counts.ts";
import { found } from "./found.ts";

/** `get_linear_schedule_with_warmup`: 0 at the last update, and from then on. */
export const getLinear = entry({ ...counts, ...last }, (given, reader) => {
  const { num_warmup_steps: warmup, num_training_steps: steps } = given;
  // Where all of it is warm-up the rate is 0 after it.
  const over = steps > warmup ? fallOf(given, reader) : 0;
  return found(warmupLinear({ warmup, over }), given.optimizer, reader, steps);
});
