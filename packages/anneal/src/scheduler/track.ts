import { Problems } from "../error.ts";
import { mapValues } from "../mapValues.ts";
import type { Run } from "../run.ts";
import type { Schedule } from "../schedule.ts";
import { compileEach } from "./compileEach.ts";
import { type Optimizer, type Program, paramGroupsOf } from "./optimizer.ts";
import type { Bases } from "./state.ts";

type Numbers = Record<string, number>;

/** One hyperparameter of one param group, with the schedule that drives it. */
export interface Track {
  /** Where the number lives: the group, or its `betas`. */
  readonly owner: Numbers;
  readonly field: string;
  /** What relative levels refer to. */
  readonly base: number;
  readonly schedule: Schedule;
}

/** The tracks of each hyperparameter, one for each group. */
export type Tracks = Readonly<Record<string, readonly Track[]>>;

/** `beta1` and `beta2` are the entries of `betas`, as PyTorch's optimizers keep them. */
const BETAS: Readonly<Record<string, string>> = { beta1: "0", beta2: "1" };

/**
 * Binds a program to the param groups. A base is the saved one, or what the group remembers, or what it holds; the group
 * remembers it from then on. A problem changes nothing.
 */
export function bindTracks(program: Program, run: Run, optimizer: Optimizer, saved?: Bases): Tracks {
  const problems = new Problems();
  const groups = paramGroupsOf(optimizer) as unknown as readonly (Numbers & { readonly betas?: Numbers })[];
  const slots = mapValues(program, (plans, key) => {
    const field = BETAS[key] ?? key;
    const owners = groups.map((group) => (field === key ? group : group.betas) ?? {});
    const memory = `initial${key.slice(0, 1).toUpperCase()}${key.slice(1)}`;
    const bases = groups.map((group, i) => saved?.[key]?.[i] ?? group[memory] ?? (owners[i]?.[field] as number));
    return { owners, field, memory, bases, schedules: compileEach(plans, bases, run, key, problems) };
  });
  problems.throwIfAny();
  return mapValues(slots, ({ owners, field, memory, bases, schedules }) =>
    groups.map((group, i): Track => {
      const [owner, base, schedule] = [owners[i] as Numbers, bases[i] as number, schedules[i] as Schedule];
      if (group[memory] !== base) group[memory] = base;
      return { owner, field, base, schedule };
    }),
  );
}
