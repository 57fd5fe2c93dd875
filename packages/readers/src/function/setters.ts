import type { Plan } from "anneal";
import type { Context } from "../context.ts";
import type { Document } from "../document.ts";
import type { Section } from "../framework.ts";
import { rateFunction } from "../parameter.ts";
import type { RateSetter } from "../rateSetter.ts";
import type { Found } from "../reading.ts";
import { heldRate } from "./heldRate.ts";
import { rateOf } from "./rateOf.ts";

/**
 * The schedules of functions such as `adjust_learning_rate(optimizer, epoch, args)`, which set the rate themselves, or of
 * `loops` that do where there are none.
 */
export function setterSections(document: Document, loops: boolean): readonly Section[] {
  const all = document.setters?.() ?? [];
  const functions = all.filter(({ loop }) => !loop);
  // A loop that calls one of these is no schedule of its own.
  return (loops && functions.length === 0 ? all : functions).map((setter) => ({
    name: setter.name,
    place: setter.place,
    read: (context) => readSetter(setter, document, context),
  }));
}

/** A name, and not what is computed. */
const NAME = /^[\w.]+$/;

function readSetter(
  { name, place, parameter, others = [], loop, counts, given, counted, assumed, values }: RateSetter,
  document: Document,
  context: Context,
): Found | undefined {
  const plans: Plan[] = [];
  for (const one of assumed) {
    if (context.given(one.name) !== undefined) {
      context.problem(one.name, "the default, which a loop goes through", "another value", one.place);
      return undefined;
    }
    context.note(one.note as string, one.place);
  }
  for (const [group, value] of values.entries()) {
    const rate = rateFunction.read(value, { context, path: name, place });
    const own = rate && context.build(name, place, () => heldRate(rate, group, document, context));
    if (!own) return undefined;
    plans.push(rateOf(own, context));
  }
  const isUpdate = counts === "updates" || (!loop && /step|iter|^it|update/i.test(parameter));
  // What no call in the text gives may be a fraction of an epoch.
  const isEpoch = /epoch/i.test(parameter) && (loop || given.length > 0) && given.every((text) => NAME.test(text));
  const unit = counted?.size ? undefined : isEpoch ? "epoch" : isUpdate ? "update" : undefined;
  if (loop) context.note(`the loop over ${parameter} sets the rate itself: step 0 is its first turn`, place);
  else if (counts) context.note(`${name} sets the rate itself: step 0 is its first call`, place);
  else context.note(`${name} sets the rate itself, by its ${parameter} from 0 on`, place);
  if (others.length > 0)
    context.note(`${name} is also by ${others.join(" and ")}, which stay what they are given as`, place);
  for (const one of given.filter((text) => !NAME.test(text))) {
    context.note(`${name} is given ${one} for ${parameter}: the plan is by ${parameter} itself`, place);
  }
  for (const [one, condition] of counted ?? []) {
    context.note(`${name} is given ${one}, which counts only where "${condition}": this is its part alone`, place);
  }
  const lr = plans.length === 1 ? (plans[0] as Plan) : plans;
  return { program: { lr }, ...(unit && { unit }), ...(loop?.turns && { run: { steps: loop.turns } }) };
}
