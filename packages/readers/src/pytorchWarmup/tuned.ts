import { constant, exponentialWarmup, linearWarmup } from "anneal";
import { type Entry, entry } from "../entry.ts";
import { each, limited, optional, whole } from "../parameter.ts";
import { dampened, optimizer } from "./groups.ts";

const period = limited(whole, "a whole number above 0", (period) => period > 0);

/** A warm-up whose period is one number, or one for each group. */
function tuned(dampen: typeof linearWarmup): Entry {
  return entry({ optimizer, warmup_period: each(period), last_step: optional(whole, -1) }, (given, reader) => {
    const { warmup_period, last_step } = given;
    const { groups } = given.optimizer;
    const periods = [warmup_period].flat();
    const count = groups.count ?? periods.length;
    if (Array.isArray(warmup_period) && periods.length !== count) {
      reader.context.problem(
        "warmup_period",
        `${count} periods, one for each group`,
        `${periods.length}`,
        reader.place,
      );
      return undefined;
    }
    const plans = periods.map((over) => dampen({ plan: constant({ value: "1x" }), over }));
    return dampened(plans, groups, last_step, reader);
  });
}

/** A line over `warmup_period` steps. */
export const LinearWarmup: Entry = tuned(linearWarmup);

/** An approach with a time constant of `warmup_period` steps. */
export const ExponentialWarmup: Entry = tuned(exponentialWarmup);
