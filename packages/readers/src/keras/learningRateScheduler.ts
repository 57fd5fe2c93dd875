import { constant, PlanError, product } from "anneal";
import type { Context } from "../context.ts";
import { type Entry, entry } from "../entry.ts";
import { ignored, rateFunction } from "../parameter.ts";
import type { Found } from "../reading.ts";
import type { Lambda } from "../value.ts";
import { isRelative, type Rule, ratesBy, readsRate } from "./recurrence.ts";
import { optimizersRate } from "./scheduled.ts";

/** A function of the epoch, or of the epoch and the rate that the last one left. */
export const LearningRateScheduler: Entry = entry(
  { schedule: rateFunction, verbose: ignored },
  ({ schedule }, reader) => {
    const { context, place } = reader;
    const rule = ruleOf(schedule);
    // What the first epoch does not go on from, no later one does.
    if (!readsRate(rule, 0)) {
      return { program: { lr: context.custom(ratesBy(rule, 1)) }, ...ownBase(context), unit: "epoch" };
    }
    const { run } = optimizersRate(reader);
    if (run) return { program: { lr: context.custom(ratesBy(rule, run.base as number)) }, run, unit: "epoch" };
    if (!isRelative(rule)) return undefined;
    context.note("Each epoch multiplies the rate that the last one left, the first the optimizer's own.", place);
    const lr = product(constant({ value: "1x" }), context.custom(ratesBy(rule, 1)));
    return { program: { lr }, unit: "epoch" };
  },
);

/** The optimizer's own rate, where the text writes it: no value of the schedule is by it, and other frameworks start from it. */
function ownBase({ optimizersRate }: Context): Pick<Found, "run"> {
  const { value: base, note } = optimizersRate ?? {};
  return typeof base === "number" && base > 0 && note === undefined ? { run: { base } } : {};
}

/** As Keras calls it: with the rate, and without it where the function does not take it. */
function ruleOf({ compute }: Lambda): Rule {
  try {
    compute(0, 1);
    return compute;
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    // What this one cannot compute either is the call's problem.
    compute(0);
    return (epoch) => compute(epoch);
  }
}
