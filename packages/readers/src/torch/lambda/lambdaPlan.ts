import { constant, type Plan, product } from "anneal";
import type { Context } from "../../context.ts";
import { Recurrence } from "../../function/recurrence.ts";
import type { Lambda } from "../../value.ts";
import type { Building } from "../scheduler.ts";
import { closedForm } from "./closedForm.ts";
import { probesOf } from "./probes.ts";

/** The base rate times a function of the text: its closed form, or the function by a name; one for all groups. */
export function lambdaPlan(own: Lambda, { context, lambdas }: Building): Plan {
  const made =
    lambdas.get(own) ?? closedFormOf(own, context) ?? product(constant({ value: "1x" }), context.custom(own.compute));
  lambdas.set(own, made);
  return made;
}

function closedFormOf(own: Lambda, { effort }: Context): Plan | undefined {
  if (!(own instanceof Recurrence)) return closedForm(own, effort);
  const within = own.within(probesOf(own), effort);
  return within && closedForm(own, effort, within);
}
