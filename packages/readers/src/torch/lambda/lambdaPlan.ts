import { constant, type Plan, product } from "anneal";
import type { Lambda } from "../../value.ts";
import type { Building } from "../scheduler.ts";
import { closedForm } from "./closedForm.ts";

/** The base rate times a function of the text: its closed form, or the function by a name; one for all groups. */
export function lambdaPlan(own: Lambda, { context, lambdas }: Building): Plan {
  const made =
    lambdas.get(own) ??
    closedForm(own, context.effort) ??
    product(constant({ value: "1x" }), context.custom(own.compute));
  lambdas.set(own, made);
  return made;
}
