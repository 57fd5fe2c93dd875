import { constant, exponentialWarmup, functions, linearWarmup, type Plan, radamWarmup } from "anneal";
import { type Entry, entry } from "../entry.ts";
import { optional, whole } from "../parameter.ts";
import { dampened, optimizer } from "./groups.ts";

/** A warm-up that knows its length from Adam's second beta. */
function untuned(dampen: (options: { readonly plan: Plan; readonly beta2: number }) => Plan): Entry {
  return entry({ optimizer, last_step: optional(whole, -1) }, (given, reader) => {
    const plan = constant({ value: "1x" });
    const beta2s = given.optimizer.beta2s(reader);
    const distinct = beta2s && (new Set(beta2s).size === 1 ? beta2s.slice(0, 1) : beta2s);
    const plans = distinct?.map((beta2) => dampen({ plan, beta2 }));
    return plans && dampened(plans, given.optimizer.groups, given.last_step, reader);
  });
}

const rectified = untuned(radamWarmup);

/** A line of `2 / (1 - beta2)` steps. */
export const UntunedLinearWarmup: Entry = untuned(linearWarmup);

/** An approach with a time constant of `1 / (1 - beta2)` steps. */
export const UntunedExponentialWarmup: Entry = untuned(exponentialWarmup);

/** RAdam's rectification of the variance. */
export const RAdamWarmup: Entry = {
  read(call, context) {
    const found = rectified.read(call, context);
    return found && { ...found, functions };
  },
};
