import type { Entry } from "../entry.ts";
import type { Framework } from "../framework.ts";
import { under } from "../under.ts";
import { cosine_decay_schedule, sgdr_schedule, warmup_cosine_decay_schedule } from "./cosineDecay.ts";
import { exponential_decay, warmup_exponential_decay_schedule } from "./exponentialDecay.ts";
import { joinSchedules } from "./joinSchedules.ts";
import { piecewise_constant_schedule, piecewise_interpolate_schedule } from "./knots.ts";
import { looped } from "./looped.ts";
import { cosine_onecycle_schedule, linear_onecycle_schedule } from "./oneCycle.ts";
import { optimizerSection, optimizersIn, schedulesOf } from "./optimizers.ts";
import { ownFunctions } from "./ownFunctions.ts";
import { reduce_on_plateau } from "./reduceOnPlateau.ts";
import { constant_schedule, linear_schedule, polynomial_schedule, warmup_constant_schedule } from "./transition.ts";

const entries: Readonly<Record<string, Entry>> = {
  ...under(["optax", "optax.schedules"], {
    constant_schedule,
    linear_schedule,
    polynomial_schedule,
    piecewise_constant_schedule,
    piecewise_interpolate_schedule,
    exponential_decay,
    cosine_decay_schedule,
    warmup_constant_schedule,
    warmup_cosine_decay_schedule,
    warmup_exponential_decay_schedule,
    linear_onecycle_schedule,
    cosine_onecycle_schedule,
    sgdr_schedule,
    join_schedules: joinSchedules(() => entries),
  }),
  ...under(["optax.contrib"], { reduce_on_plateau }),
};

/** optax, whose schedules are functions alone: there is no configuration of them. */
export const optax: Framework = {
  name: "optax",
  entries,
  together(document) {
    const optimizers = optimizersIn(document, entries);
    const read = new Set(optimizers.flatMap(({ transforms }) => transforms.map(({ call }) => call)));
    return [
      ...optimizers.map((one) => optimizerSection(one, document, entries)),
      ...ownFunctions(document, (call) => read.has(call)),
    ];
  },
  parts: (document) => optimizersIn(document, entries).flatMap(schedulesOf),
  trains: looped,
};
