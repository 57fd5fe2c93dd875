import type { Framework } from "../framework.ts";
import { under } from "../under.ts";
import { CosineScheduler, PolyScheduler } from "./decays.ts";
import { FactorScheduler, MultiFactorScheduler } from "./factors.ts";

/** MXNet's `lr_scheduler`, as its optimizers call it. */
export const mxnet: Framework = {
  name: "mxnet",
  fields: ["base_lr"],
  entries: under(["mxnet.lr_scheduler", "mx.lr_scheduler"], {
    FactorScheduler,
    MultiFactorScheduler,
    PolyScheduler,
    CosineScheduler,
  }),
};
