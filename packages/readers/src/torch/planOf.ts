import { constant, type Level, type Plan, sequence } from "anneal";
import { Impossible } from "./impossible.ts";
import type { Building, Scheduler } from "./scheduler.ts";
import { tableOf } from "./tableOf.ts";
import { differences, trial, trialBases } from "./trial.ts";

/** The plans of one group. */
export interface Plans {
  readonly lr: Plan;
  readonly momentum?: Plan | undefined;
}

/** How many steps are measured at most: of a class on its own, and of several together. */
const [ALONE, TOGETHER] = [64, 20_000];
/** What a step of one of several takes, of what one that is alone does. */
const PART = 0.4;

/**
 * What a scheduler is for a group, as plans that were measured against PyTorch's own arithmetic: its closed form where
 * that is what PyTorch does, else a table of as many steps as there are.
 */
export function planOf(scheduler: Scheduler, i: number, building: Building): Plans | undefined {
  const { context, groups } = building;
  const bases = trialBases(groups, i);
  try {
    const lr = scheduler.plan(i);
    const momentum = scheduler.momentum?.(i);
    if (scheduler.resumed) return lr && { lr, momentum };
    if (lr && (momentum || !scheduler.momentum)) {
      const found = bases.flatMap((base) => differ(scheduler, { lr, momentum }, i, base, building));
      if (found.length === 0) return { lr, momentum };
      const first = found.every((step) => step === 0) ? firstLevel(scheduler, i, bases) : undefined;
      if (first !== undefined) return { lr: withFirst(lr, first), momentum };
    }
    return tableOf(scheduler, i, bases, building);
  } catch (error) {
    if (!(error instanceof Impossible)) throw error;
    context.problem(scheduler.name, error.expected, error.received, scheduler.place);
    return undefined;
  }
}

function differ(scheduler: Scheduler, plans: Plans, i: number, base: number, { context }: Building) {
  const { reach, parts, name, place, steps = Number.POSITIVE_INFINITY } = scheduler;
  const most = Math.min(parts || !Number.isInteger(reach) ? TOGETHER : ALONE, steps - 1);
  const asked = Math.ceil(Math.min(Math.max(2 * reach, 0) + 3, most));
  const last = context.effort.take(asked, parts && Math.ceil(parts * PART));
  if (parts && last < asked) context.note(`${name} was measured for ${last} steps only: the text has too many`, place);
  const found = differences(scheduler, plans, { i, base, last, functions: context.functions });
  for (const plan of Object.values(plans)) if (plan) context.effort.scheduled(plan);
  return found;
}

/** A plan whose first value is another, as PyTorch's CyclicLR has it after other schedulers. */
function withFirst(plan: Plan, value: Level): Plan {
  return sequence({ plan: constant({ value }), until: 1 }, { plan, clock: "global" });
}

function firstLevel(scheduler: Scheduler, i: number, bases: readonly number[]): Level | undefined {
  const [rate, other] = bases.map((base) => trial(scheduler, i, base).next().value?.lr) as [number, number?];
  if (other === undefined || other === rate) return rate;
  return other === 3 * rate ? `${rate}x` : undefined;
}
