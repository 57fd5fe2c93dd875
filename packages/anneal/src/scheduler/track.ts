import { Problems } from "../error.ts";
import { accepts, expectation, FROM_ZERO } from "../field.ts";
import { mapValues } from "../mapValues.ts";
import type { Plan } from "../plan.ts";
import type { Run } from "../run.ts";
import { compileSchedule, type Schedule } from "../schedule.ts";
import { type Optimizer, type Program, paramGroupsOf } from "./optimizer.ts";

type Numbers = Record<string, number>;

/** One hyperparameter of one param group, with the schedule that drives it. */
export interface Track {
  /** Where the number lives: the group, or its `betas`. */
  readonly owner: Numbers;
  readonly field: string;
  /** What relative levels refer to, and where the group remembers it. */
  readonly base: number;
  readonly group: Numbers;
  readonly memory: string;
  readonly schedule: Schedule;
}

/** The tracks of each hyperparameter, one for each group. */
export type Tracks = Readonly<Record<string, readonly Track[]>>;

/** The base values of each hyperparameter, one for each group. */
export type Bases = Readonly<Record<string, readonly number[]>>;

/** `beta1` and `beta2` are the entries of `betas`, as PyTorch's optimizers keep them. */
const BETAS: Readonly<Record<string, string>> = { beta1: "0", beta2: "1" };

/**
 * Binds a program to the param groups. A base is the saved one, or what the group remembers, or what it holds; the group
 * remembers it from then on. A problem changes nothing.
 */
export function bindTracks(program: Program, run: Run, optimizer: Optimizer, saved?: Bases): Tracks {
  const paramGroups = paramGroupsOf(optimizer);
  const problems = new Problems();
  const tracks = mapValues(program, (plans, key) => {
    const own = Array.isArray(plans);
    if (own && plans.length !== paramGroups.length) {
      problems.add(key, `${paramGroups.length} plans, one for each param group`, plans);
    }
    return paramGroups.map((paramGroup, i): Track => {
      const group = paramGroup as unknown as Numbers & { readonly betas?: Numbers };
      const field = BETAS[key] ?? key;
      const owner = (field === key ? group : group.betas) ?? {};
      const memory = `initial${key.slice(0, 1).toUpperCase()}${key.slice(1)}`;
      const base = saved?.[key]?.[i] ?? group[memory] ?? (owner[field] as number);
      if (!accepts(FROM_ZERO, base)) problems.add(`paramGroups[${i}].${key}`, expectation(FROM_ZERO), base);
      const path = own ? `${key}[${i}]` : key;
      const schedule = compileSchedule((own ? plans[i] : plans) as Plan, { ...run, base }, path, problems);
      return { owner, field, base, group, memory, schedule };
    });
  });
  problems.throwIfAny();
  for (const { group, memory, base } of Object.values(tracks).flat()) if (group[memory] !== base) group[memory] = base;
  return tracks;
}
