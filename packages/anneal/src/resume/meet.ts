import { refuse } from "../error.ts";
import type { Functions } from "../kind.ts";
import type { Run } from "../run.ts";
import type { SchedulerState } from "../scheduler/state.ts";
import { checkOwn, type Opened, open, openSaved } from "./both.ts";
import { controllersOf, scaleOf } from "./carriedOver.ts";
import type { Join } from "./joined.ts";
import { placeIn } from "./place.ts";

/** A saved state and a scheduler's own, checked and laid beside each other. */
export interface Meeting {
  readonly old: Opened;
  readonly next: Opened;
  /** How many groups there are now. */
  readonly groups: number;
  readonly position: number;
  /** The same moment in the new run. */
  readonly place: number;
  /** The facts of the new run, and those of the old one that it does not say. */
  readonly run: Run;
  /** The state that a plan goes on in, checked. */
  goOn(parts: Pick<SchedulerState, "program" | "run" | "bases" | "position">): SchedulerState;
  /** What of the group is carried from where to where, with the old bases or the new ones. */
  join(key: string, group: number, bases?: SchedulerState["bases"]): Join;
  /** The value in force, as the plan must have it: without what controllers still make of it; none of a new group. */
  inForce(key: string, group: number): number | undefined;
}

/** Checks both states and finds the moment of the one in the other. */
export function meet(saved: SchedulerState, own: SchedulerState, functions: Functions | undefined): Meeting {
  checkOwn(own);
  const [old, next] = [openSaved(saved, functions), open(own, functions)];
  const { position, run } = old.state;
  const place = placeIn(run, own.run, position);
  const merged = { ...run, ...own.run };
  const kept = controllersOf(own.program, saved, own);
  return {
    old,
    next,
    groups: next.groups,
    position,
    place,
    run: merged,
    goOn: (parts) => {
      const controllers = controllersOf(parts.program, saved, own);
      return open({ version: saved.version, ...parts, controllers }, functions).state;
    },
    join(key, group, bases = own.bases) {
      const [before, after] = [saved.bases[key]?.[group], bases[key]?.[group]];
      return {
        position,
        place,
        from: { ...run, ...(before === undefined ? {} : { base: before }) },
        to: { ...merged, ...(after === undefined ? {} : { base: after }) },
        functions: functions ?? {},
      };
    },
    inForce: (key, group) => {
      const rate = old.plan(key, group) && old.rates[key]?.[group];
      const scale = scaleOf(kept, key, group);
      return rate === undefined || scale === 0 ? undefined : rate / scale;
    },
  };
}

/** The end of a run, which a policy must know, after a position. */
export function endOf(run: Run, path: string, position: number): number {
  const { steps } = run;
  if (steps !== undefined && steps > position) return steps;
  return refuse(`${path}.steps`, `an end after update ${position}`, steps);
}
