import { shift, warmup, warmupCosine } from "anneal";
import { entry } from "../entry.ts";
import { nullable, number, optional } from "../parameter.ts";
import { counts, fallOf, goesOn, last } from "./counts.ts";
import { floorOf } from "./floor.ts";
import { found } from "./found.ts";

const parameters = {
  ...counts,
  num_cycles: optional(number, 0.5),
  ...last,
  min_lr: nullable(number),
  min_lr_rate: nullable(number),
} as const;

/** `get_cosine_with_min_lr_schedule_with_warmup`. */
export const getCosineWithFloor = entry(parameters, (given, reader) => {
  const { num_warmup_steps: warmup, num_training_steps: steps, num_cycles: cycles } = given;
  const to = floorOf(given, reader);
  if (to === undefined) return undefined;
  goesOn(steps, reader);
  return found(warmupCosine({ warmup, over: fallOf(given, reader), to, cycles }), given.optimizer, reader, steps);
});

/** `get_cosine_with_min_lr_schedule_with_warmup_lr_rate`: its updates count from 1. */
export const getCosineWithFloorFrom1 = entry({ ...parameters, warmup_lr_rate: nullable(number) }, (given, reader) => {
  const { num_warmup_steps, num_training_steps: steps, num_cycles: cycles, warmup_lr_rate: start } = given;
  const to = floorOf(given, reader);
  if (to === undefined) return undefined;
  goesOn(steps, reader);
  const fall = { over: fallOf(given, reader), to, cycles };
  // The whole is read one step ahead, or only the decay where the ramp has its own start.
  const plan =
    start === null
      ? shift({ plan: warmupCosine({ warmup: num_warmup_steps, ...fall }), by: 1 })
      : warmup({
          plan: shift({ plan: warmupCosine({ warmup: 0, ...fall }), by: 1 }),
          over: num_warmup_steps,
          from: `${start}x`,
          inclusive: num_warmup_steps > 1,
        });
  return found(plan, given.optimizer, reader, steps);
});
