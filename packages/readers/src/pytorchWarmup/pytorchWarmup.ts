import type { Framework } from "../framework.ts";
import { under } from "../under.ts";
import { ExponentialWarmup, LinearWarmup } from "./tuned.ts";
import { RAdamWarmup, UntunedExponentialWarmup, UntunedLinearWarmup } from "./untuned.ts";

/** pytorch_warmup: factors upon whatever else schedules the rate. */
export const pytorchWarmup: Framework = {
  name: "pytorchWarmup",
  entries: under(["pytorch_warmup"], {
    LinearWarmup,
    ExponentialWarmup,
    UntunedLinearWarmup,
    UntunedExponentialWarmup,
    RAdamWarmup,
  }),
};
