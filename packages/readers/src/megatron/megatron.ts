import type { Framework } from "../framework.ts";
import { under } from "../under.ts";
import { configuration } from "./configuration.ts";
import { optimizerParamScheduler } from "./optimizerParamScheduler.ts";

const HOMES = ["megatron.core.optimizer_param_scheduler", "megatron.training.optimizer_param_scheduler"];

/** Megatron-LM's scheduler, as flags, as settings in a file, and as the class. Source: Megatron-LM core 0.16 to 0.20. */
export const megatron: Framework = {
  name: "megatron",
  entries: under(HOMES, { OptimizerParamScheduler: optimizerParamScheduler }),
  configuration,
};
