import type { Framework } from "../framework.ts";
import { under } from "../under.ts";
import { CLASSES } from "./classes.ts";
import { createScheduler } from "./createScheduler.ts";
import { createSchedulerV2 } from "./createSchedulerV2.ts";
import { trainConfiguration } from "./trainConfiguration.ts";

/** PyTorch Image Models: its schedulers, what makes them, and the arguments of its training script. */
export const timm: Framework = {
  name: "timm",
  entries: {
    ...under(["timm.scheduler"], CLASSES),
    ...under(["timm.scheduler", "timm.scheduler.scheduler_factory"], {
      create_scheduler_v2: createSchedulerV2,
      create_scheduler: createScheduler,
    }),
  },
  configuration: trainConfiguration,
};
