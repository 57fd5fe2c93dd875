import { PlanError, Problems, refuse } from "../error.ts";
import { FROM_ZERO, isObject, misfit } from "../field.ts";
import type { Functions } from "../kind.ts";
import { mapValues } from "../mapValues.ts";
import type { Plan } from "../plan.ts";
import type { Run } from "../run.ts";
import { type Schedule, schedule } from "../schedule.ts";
import type { Optimizer } from "../scheduler/optimizer.ts";
import { type Program, readEntry } from "../scheduler/program.ts";
import { Scheduler } from "../scheduler/scheduler.ts";
import type { Bases, SchedulerState } from "../scheduler/state.ts";

/** A state that was checked, with its curves. */
export interface Opened {
  readonly state: SchedulerState;
  readonly groups: number;
  /** The values in force at its position, with what controllers make of them. */
  readonly rates: Readonly<Record<string, readonly number[]>>;
  /** The plan of a group; undefined when the state has no such hyperparameter or group. */
  plan(key: string, group: number): Plan | undefined;
  /** The same as a function, without what controllers make of it. */
  curve(key: string, group: number): Schedule;
}

/** Checks a saved state as a scheduler of its own program and run would. */
export function openSaved(saved: SchedulerState, functions: Functions | undefined): Opened {
  if (!isObject(saved) || !isObject(saved.bases)) refuse("state", "a scheduler's state", saved);
  const problems = new Problems();
  const count = groupsOf(saved.bases);
  for (const [key, list] of Object.entries(saved.bases)) {
    if (!Array.isArray(list) || list.length !== count || count === 0) {
      problems.add(`state.bases.${key}`, count ? `a list of ${count}` : "a list of base rates", list);
    } else {
      for (const [i, base] of list.entries()) {
        const expected = misfit(FROM_ZERO, base);
        if (expected) problems.add(`state.bases.${key}[${i}]`, expected, base);
      }
    }
  }
  problems.throwIfAny();
  try {
    return open(saved, functions);
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    const place = (path: string) => {
      if (path.startsWith("state")) return path;
      return /^(run|program$)/.test(path) ? `state.${path}` : `state.program.${path}`;
    };
    throw new PlanError(error.issues.map((issue) => ({ ...issue, path: place(issue.path) })));
  }
}

/** Refuses what is no state of a scheduler's own: a policy may be called by hand. */
export function checkOwn(own: SchedulerState): void {
  if (!isObject(own) || !isObject(own.bases) || !isObject(own.run)) refuse("own", "a scheduler's state", own);
}

/** Opens a state: as it goes on once it is restored. */
export function open(given: SchedulerState, functions: Functions | undefined): Opened {
  const { program, run, bases } = given;
  const groups = groupsOf(bases);
  const scheduler = new Scheduler(standIn(bases, groups), program, run, { functions: functions ?? {} });
  scheduler.restore({ ...given, run: { ...run } });
  const state = scheduler.state();
  const planOf = (key: string, group: number): Plan | undefined => {
    if (!Object.hasOwn(state.program, key) || group >= groups) return undefined;
    const plans = plansIn(state.program, key);
    return Array.isArray(plans) ? plans[group] : (plans as Plan);
  };
  return {
    state,
    groups,
    rates: scheduler.rates(),
    plan: planOf,
    curve(key, group) {
      const facts: Run = { ...run, base: bases[key]?.[group] as number };
      return schedule(planOf(key, group) as Plan, facts, { functions: functions ?? {} });
    },
  };
}

/** The plans of a hyperparameter, without their controllers. */
export function plansIn(program: Program, key: string): Plan | readonly Plan[] {
  return readEntry(program[key] as Program[string], key, new Problems()).plans;
}

function groupsOf(bases: Bases): number {
  return Object.values(bases)[0]?.length ?? 0;
}

/** An optimizer with these values, to be written to in place of the real one. */
function standIn(bases: Bases, groups: number): Optimizer {
  const paramGroups = Array.from({ length: groups }, (_, i) => {
    const { beta1 = 0.9, beta2 = 0.999, ...own } = mapValues(bases, (list) => list[i] as number);
    return { lr: 1, ...own, betas: [beta1, beta2] };
  });
  return { paramGroups };
}
