import { inverseSqrt } from "anneal";
import { entry } from "../entry.ts";
import { nullable, number } from "../parameter.ts";
import { last } from "./counts.ts";
import { found } from "./found.ts";
import { optimizer } from "./optimizer.ts";

/** `get_inverse_sqrt_schedule`. */
export const getInverseSqrt = entry(
  { optimizer, num_warmup_steps: number, timescale: nullable(number), ...last },
  ({ optimizer, num_warmup_steps: warmup, timescale }, reader) =>
    found(inverseSqrt({ warmup, timescale: timescale ?? (warmup || 10_000) }), optimizer, reader),
);
