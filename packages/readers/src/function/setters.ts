import type { Plan } from "anneal";
import type { Context } from "../context.ts";
import type { Document } from "../document.ts";
import type { Section } from "../framework.ts";
import { firstOf, turnsOf } from "../loops.ts";
import { rateFunction } from "../parameter.ts";
import type { RateSetter } from "../rateSetter.ts";
import type { Found } from "../reading.ts";
import type { Lambda } from "../value.ts";
import { carriedRates } from "./carriedRates.ts";
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

function readSetter(setter: RateSetter, document: Document, context: Context): Found | undefined {
  const { name, place, parameter, others = [], loop, counts, given, counted, assumed } = setter;
  for (const one of assumed) {
    if (context.given(one.name) !== undefined) {
      context.problem(one.name, "the default, which a loop goes through", "another value", one.place);
      return undefined;
    }
    context.note(one.note as string, one.place);
  }
  const rates = ratesOf(setter, document, context);
  const plans = rates && context.build(name, place, () => rates.map((rate) => rateOf(rate, context)));
  if (!plans) return undefined;
  const isUpdate = counts === "updates" || (!loop && /step|iter|^it|update/i.test(parameter));
  // What no call in the text gives may be a fraction of an epoch.
  const isEpoch = /epoch/i.test(parameter) && (loop || given.length > 0) && given.every((text) => NAME.test(text));
  const unit = counted?.size ? undefined : isEpoch ? "epoch" : isUpdate ? "update" : undefined;
  if (loop) context.note(`the loop over ${parameter} sets the rate itself: step 0 is its first turn`, place);
  else if (counts) context.note(`${name} sets the rate itself: step 0 is its first call`, place);
  else {
    context.note(`${name} sets the rate itself, by its ${parameter} from 0 on`, place);
    noteFirst(given, document, context);
  }
  if (others.length > 0)
    context.note(`${name} is also by ${others.join(" and ")}, which stay what they are given as`, place);
  for (const one of given.filter((text) => !NAME.test(text))) {
    context.note(`${name} is given ${one} for ${parameter}: the plan is by ${parameter} itself`, place);
  }
  for (const [one, condition] of counted ?? []) {
    context.note(`${name} is given ${one}, which counts only where "${condition}": this is its part alone`, place);
  }
  const lr = plans.length === 1 ? (plans[0] as Plan) : plans;
  const found: Found = { program: { lr }, ...(unit && { unit }), ...(loop?.turns && { run: { steps: loop.turns } }) };
  return loop ? found : turned(found, given, document, context);
}

/** A function that is given what the text's only such loop counts, with how many turns that has from 0 on. */
function turned(found: Found, given: readonly string[], { outermost = [] }: Document, context: Context): Found {
  const [only, ...others] = outermost.filter(({ variable }) => given.includes(variable.trim()));
  const steps = only && firstOf(only, only.variable.trim()) === 0 ? turnsOf(only, context) : undefined;
  const isCounted = found.unit !== undefined && given.length === 1 && others.length === 0;
  return steps === undefined || !isCounted ? found : { ...found, run: { ...found.run, steps } };
}

/** Tells where the loop that counts begins, where that is not at 0. */
function noteFirst(given: readonly string[], { outermost = [] }: Document, context: Context): void {
  const loops = outermost.filter(({ variable }) => given.includes(variable.trim()));
  const [first, ...others] = loops.map(({ over }) => /^\s*x?range\(\s*(\d+)\s*,/.exec(over)?.[1]);
  if (first === undefined || Number(first) === 0 || others.some((one) => one !== first)) return;
  const variable = loops[0]?.variable.trim();
  context.note(`the loop over ${variable} begins at ${first}: its first turn is step ${first} of the plan`);
}

/** The rates of the groups, as far as they are known. */
function ratesOf(setter: RateSetter, document: Document, context: Context): readonly Lambda[] | undefined {
  const { name, place, values, carries } = setter;
  if (carries) return carriedRates(setter, carries, document, context);
  const rates: Lambda[] = [];
  for (const [group, value] of values.entries()) {
    const rate = rateFunction.read(value, { context, path: name, place });
    const own = rate && context.build(name, place, () => heldRate(rate, group, document, context));
    if (!own) return undefined;
    rates.push(own);
  }
  return rates;
}
