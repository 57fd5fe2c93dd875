import type { Framework } from "../framework.ts";
import { under } from "../under.ts";
import { CLASSES } from "./classes.ts";
import { configuration } from "./configuration.ts";

/** DeepSpeed: its schedules as classes, and in its configuration. */
export const deepspeed: Framework = {
  name: "deepspeed",
  entries: under(["deepspeed.runtime.lr_schedules"], CLASSES),
  configuration,
};
