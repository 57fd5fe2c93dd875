import type { Plan } from "anneal";
import type { Context } from "../context.ts";
import { closedForm } from "../torch/lambda/closedForm.ts";
import { probesOf } from "../torch/lambda/probes.ts";
import type { Lambda } from "../value.ts";
import { Held } from "./held.ts";
import { Recurrence } from "./recurrence.ts";

/** A function that is the rate itself as a plan: its closed form, where it has one, or the function by a name. */
export function rateOf(rate: Lambda, context: Context): Plan {
  const probes = probesOf(rate);
  const isFollowed = rate instanceof Held || rate instanceof Recurrence;
  const within = isFollowed ? rate.within(probes, context.effort) : probes;
  const shares = within && closedForm(rate, context.effort, within);
  return shares ? absolute(shares) : context.custom((step) => rate.compute(step));
}

/** A plan of shares of a rate as one of rates. */
export function absolute(plan: Plan): Plan {
  const text = JSON.stringify(plan, (_, value: unknown) => {
    return typeof value === "string" && /^[\d.e+-]+x$/.test(value) ? Number(value.slice(0, -1)) : value;
  });
  return JSON.parse(text) as Plan;
}
