import type { Plan } from "anneal";
import type { Found } from "../reading.ts";
import { tooManyGroups } from "../tooManyGroups.ts";
import type { Place } from "../value.ts";
import { planOf } from "./planOf.ts";
import type { Building, Scheduler } from "./scheduler.ts";

/** What is answered of a scheduler; nothing where something is missing or wrong. */
export function foundOf(scheduler: Scheduler, building: Building): Found | undefined {
  const { context, groups } = building;
  const count = countOf(building);
  if (tooManyGroups(count, scheduler.name, context, scheduler.place)) return undefined;
  const plans = Array.from({ length: count }, (_, i) => planOf(scheduler, i, building));
  if (!plans.every((one) => one !== undefined)) return undefined;
  for (const step of scheduler.rises ?? []) {
    context.note(`CosineAnnealingLR rises again after step ${step}, where its T_max ends`);
  }
  const lr = together(plans.map((one) => one.lr));
  const momenta = plans.flatMap((one) => one.momentum ?? []);
  if (momenta.length > 0 && groups.cycled === undefined) {
    context.note(`${scheduler.name} cycles momentum, or the first of betas (beta1) where the optimizer has them`);
  }
  return {
    program: { lr, ...(momenta.length > 0 && { [groups.cycled || "momentum"]: together(momenta) }) },
    ...(groups.isOpen && { isUnclocked: true }),
    ...factsOf(lr, building, scheduler.place),
    ...(scheduler.length !== undefined && { made: scheduler.length }),
  };
}

/** How many groups there are, as far as is known. */
export function countOf({ groups }: Building): number {
  return groups.count ?? groups.listed ?? 1;
}

/** The base rates, or that they are missing where plans are relative to them. */
export function factsOf(lr: Plan | readonly Plan[], building: Building, place?: Place): Pick<Found, "run" | "bases"> {
  const { groups, context } = building;
  const { bases, missing } = groups;
  if (missing.length > 0 && /"[\d.e+-]+x"/.test(JSON.stringify(lr))) {
    for (const { name, value } of missing) context.need(name, "the optimizer's rate", value?.place ?? place);
  }
  const count = countOf(building);
  if (!bases) return {};
  return count === 1 ? { run: { base: bases[0] as number } } : { bases: spread(bases, count) };
}

/** The base rate of each of so many groups; those that are not known are the first's. */
export function spread(bases: readonly number[], count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => bases[i] ?? (bases[0] as number));
}

/** One plan for all groups where they are the same. */
function together(plans: readonly Plan[]): Plan | readonly Plan[] {
  const [one] = plans as readonly [Plan];
  // Most classes give the same plan for every group.
  if (plans.every((plan) => plan === one)) return one;
  const first = JSON.stringify(one);
  return plans.every((plan) => JSON.stringify(plan) === first) ? one : plans;
}
