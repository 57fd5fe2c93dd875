import type { Problems } from "../error.ts";
import { nearest } from "../nearest.ts";
import type { Plan } from "../plan.ts";
import type { Run } from "../run.ts";
import { compileSchedule, type Schedule } from "../schedule.ts";
import type { ParamGroup } from "./optimizer.ts";
import type { Program } from "./program.ts";

type Numbered = Record<string, number>;

/** One hyperparameter of one param group, with the schedule that drives it. */
export interface Track {
  readonly key: string;
  /** Where the number lives: the group, or its `betas`. */
  readonly owner: Numbered;
  readonly field: string;
  /** What relative levels refer to, and where the group remembers it. */
  readonly base: number;
  readonly group: Numbered;
  readonly memory: string;
  readonly schedule: Schedule;
}

/** The base values of each hyperparameter, one for each group. */
export type Bases = { readonly [hyperparameter: string]: readonly number[] };

/** `beta1` and `beta2` are the entries of `betas`, as PyTorch's optimizers keep them. */
const BETAS: Readonly<Record<string, string>> = { beta1: "0", beta2: "1" };

/** Finds what a program drives in the param groups; the bases are the given ones, or what the groups remember or hold. */
export function findTracks(
  program: Program,
  run: Run,
  paramGroups: readonly ParamGroup[],
  problems: Problems,
  bases: Bases = {},
): Track[] {
  return Object.entries(program).flatMap(([key, plans]) => {
    const own = Array.isArray(plans);
    if (own && plans.length !== paramGroups.length) {
      problems.add(key, `${paramGroups.length} plans, one for each param group`, plans);
      return [];
    }
    return paramGroups.map((paramGroup, i) => {
      const slot = findSlot(paramGroup, key, `paramGroups[${i}]`, problems, bases[key]?.[i]);
      if (key === "lr" && run.base !== undefined && run.base !== slot.base) {
        problems.add("run.base", `nothing, or the base rate that paramGroups[${i}] has (${slot.base})`, run.base);
      }
      const plan = (own ? plans[i] : plans) as Plan;
      const schedule = compileSchedule(plan, { ...run, base: slot.base }, own ? `${key}[${i}]` : key, problems);
      return { key, ...slot, schedule };
    });
  });
}

function findSlot(
  paramGroup: ParamGroup,
  key: string,
  path: string,
  problems: Problems,
  saved?: number,
): Omit<Track, "key" | "schedule"> {
  const group = paramGroup as unknown as Numbered & { readonly betas?: Numbered };
  const field = BETAS[key] ?? key;
  const owner = (field === key ? group : group.betas) ?? {};
  const memory = `initial${key.slice(0, 1).toUpperCase()}${key.slice(1)}`;
  const remembered = group[memory];
  const base = saved ?? remembered ?? owner[field];
  const usable = typeof base === "number" && base >= 0 && base < 1 / 0;
  if (!usable) {
    const close = owner[field] === undefined && nearest(key, Object.keys(group));
    const expected = `a finite number from 0${close ? ` (did you mean "${close}"?)` : ""}`;
    problems.add(`${path}.${remembered === undefined ? key : memory}`, expected, base);
  }
  return { owner, field, base: usable ? base : 0, group, memory };
}
