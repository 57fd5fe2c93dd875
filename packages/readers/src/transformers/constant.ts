import { constant, warmupConstant } from "anneal";
import { entry } from "../entry.ts";
import { number } from "../parameter.ts";
import { last } from "./counts.ts";
import { found } from "./found.ts";
import { optimizer } from "./optimizer.ts";

/** `get_constant_schedule`. */
export const getConstant = entry({ optimizer, ...last }, (given, reader) =>
  found(constant({ value: "1x" }), given.optimizer, reader),
);

/** `get_constant_schedule_with_warmup`. */
export const getConstantWithWarmup = entry({ optimizer, num_warmup_steps: number, ...last }, (given, reader) =>
  found(warmupConstant({ warmup: given.num_warmup_steps }), given.optimizer, reader),
);
