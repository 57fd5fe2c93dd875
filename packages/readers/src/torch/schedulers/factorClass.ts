import type { Plan } from "anneal";
import type { Behaviour } from "../scheduler.ts";
import { type Rule, Stepper } from "../stepper.ts";

/** A class that multiplies the rate in force: one plan for all groups. */
export function factorClass(plan: Plan, reach: number, rule: Rule): Behaviour {
  return { role: "factor", reach, plan: () => plan, stepper: (group) => new Stepper(group, rule) };
}
