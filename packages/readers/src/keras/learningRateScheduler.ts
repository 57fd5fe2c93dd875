import { constant, type Plan, PlanError, product } from "anneal";
import type { Context } from "../context.ts";
import { type Entry, entry } from "../entry.ts";
import { absolute } from "../function/rateOf.ts";
import { Recurrence } from "../function/recurrence.ts";
import { ignored, rateFunction } from "../parameter.ts";
import type { Found } from "../reading.ts";
import { closedForm } from "../torch/lambda/closedForm.ts";
import { probesOf } from "../torch/lambda/probes.ts";
import { Lambda } from "../value.ts";
import { isFree, isRelative, type Rule, ratesBy, readsRate } from "./recurrence.ts";
import { optimizersRate } from "./scheduled.ts";

/** A function of the epoch, or of the epoch and the rate that the last one left. */
export const LearningRateScheduler: Entry = entry(
  { schedule: rateFunction, verbose: ignored },
  ({ schedule }, reader) => {
    const { context, place } = reader;
    const rule = ruleOf(schedule);
    const { text, numbers } = schedule;
    const followed = (from: number) => new Recurrence({ text, place: schedule.place, numbers, next: rule }, from);
    // What the first epoch does not go on from, no later one does.
    if (!readsRate(rule, 0)) {
      const own = isFree(rule) ? new Lambda(text, (epoch) => rule(epoch, 1), schedule.place, numbers) : followed(1);
      const lr = ratesOf(own, context) ?? context.custom(ratesBy(rule, 1));
      return { program: { lr }, ...ownBase(context), unit: "epoch" };
    }
    const { run } = optimizersRate(reader);
    const shares = isRelative(rule) ? sharesOf(followed(1), context) : undefined;
    if (run) {
      const base = run.base as number;
      const lr = shares ?? ratesOf(followed(base), context) ?? context.custom(ratesBy(rule, base));
      return { program: { lr }, run, unit: "epoch" };
    }
    if (!isRelative(rule)) return undefined;
    context.note("Each epoch multiplies the rate that the last one left, the first the optimizer's own.", place);
    const lr = shares ?? product(constant({ value: "1x" }), context.custom(ratesBy(rule, 1)));
    return { program: { lr }, unit: "epoch" };
  },
);

/** A function of the epoch as a plan of shares of a rate, where it has a closed form. */
function sharesOf(own: Lambda, { effort }: Context): Plan | undefined {
  const probes = probesOf(own);
  const within = own instanceof Recurrence ? own.within(probes, effort) : probes;
  return within && closedForm(own, effort, within);
}

/** The same of rates. */
function ratesOf(own: Lambda, context: Context): Plan | undefined {
  const shares = sharesOf(own, context);
  return shares && absolute(shares);
}

/** The optimizer's own rate, where the text writes it: no value of the schedule is by it, and other frameworks start from it. */
function ownBase(context: Context): Pick<Found, "run"> {
  const { value: base, note, place } = context.optimizersRate ?? {};
  if (!(typeof base === "number" && base > 0)) return {};
  if (note !== undefined) context.note(note, place);
  return { run: { base } };
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
