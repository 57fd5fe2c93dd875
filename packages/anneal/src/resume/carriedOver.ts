import { Problems } from "../error.ts";
import { mapValues } from "../mapValues.ts";
import { type Program, readEntry } from "../scheduler/program.ts";
import type { Bases, SchedulerState } from "../scheduler/state.ts";
import { fitted } from "./eachGroup.ts";

/**
 * The controllers' states of a program that goes on: those that were saved where its controllers are of the same kinds,
 * else fresh ones. A group that is new has the scale of the last one.
 */
export function controllersOf(
  program: Program,
  saved: SchedulerState,
  own: SchedulerState,
): SchedulerState["controllers"] {
  const groups = Object.values(own.bases)[0]?.length ?? 0;
  const entries = Object.keys(program).flatMap((key) => {
    const isSame = kindsIn(program, key) === kindsIn(saved.program, key);
    const states = (isSame ? saved : own).controllers[key];
    if (states === undefined) return [];
    const fitting = states.map((state) => ({ ...state, scales: fitted(state.scales, groups) }));
    return [[key, fitting] as const];
  });
  return Object.fromEntries(entries);
}

/** The saved base values, for as many groups as there are now: a new group has its own. */
export function basesOf(saved: SchedulerState, own: SchedulerState): Bases {
  const groups = Object.values(own.bases)[0]?.length ?? 0;
  return mapValues(saved.bases, (bases, key) => {
    return Array.from({ length: groups }, (_, i) => bases[i] ?? own.bases[key]?.[i] ?? (bases.at(-1) as number));
  });
}

/** The product of the scales that controllers' states hold for a group. */
export function scaleOf(controllers: SchedulerState["controllers"], key: string, group: number): number {
  return (controllers[key] ?? []).reduce((all, { scales }) => all * (scales[group] as number), 1);
}

function kindsIn(program: Program, key: string): string {
  if (!Object.hasOwn(program, key)) return "";
  const { controllers } = readEntry(program[key] as Program[string], key, new Problems());
  return controllers.map(({ kind }) => kind).join();
}
