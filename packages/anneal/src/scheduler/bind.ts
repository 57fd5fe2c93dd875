import { bindController } from "../controllers/controller.ts";
import type { ControllerState } from "../controllers/reducer.ts";
import { Problems } from "../error.ts";
import type { Functions } from "../kind.ts";
import { mapValues } from "../mapValues.ts";
import type { Run } from "../run.ts";
import { checkBelow } from "./checkBelow.ts";
import { compileEach } from "./compileEach.ts";
import { guarded } from "./guarded.ts";
import { placeOf } from "./hyperparameter.ts";
import { type Optimizer, paramGroupsOf } from "./optimizer.ts";
import { type Program, readEntry } from "./program.ts";
import type { States } from "./readStates.ts";
import type { Bases } from "./state.ts";
import { type Group, Track, type Tracks } from "./track.ts";

/** What a program is read with. */
export interface Setting {
  readonly run: Run;
  readonly functions: Functions;
}

/**
 * Binds a program to the param groups. A base is the saved one, or what the group remembers, or what it holds; the group
 * remembers it from then on. A group that was bound `before` keeps its scales, a new one starts at those of the last.
 * A problem changes nothing.
 */
export function bindTracks(
  program: Program,
  { run, functions }: Setting,
  optimizer: Optimizer,
  before: Tracks = {},
  saved?: Bases,
  kept?: States,
): Tracks {
  const problems = new Problems();
  const groups = [...paramGroupsOf(optimizer)] as unknown as readonly Group[];
  const tracks = mapValues(program, (value, key) => {
    const place = placeOf(key);
    const entry = readEntry(value, key, problems);
    const bases = groups.map((group, i) => {
      const now = (place.inBetas ? group.betas : group)?.[place.field];
      return saved?.[key]?.[i] ?? group[place.memory] ?? (now as number);
    });
    const { row } = place;
    const schedules = compileEach(
      entry.plans,
      bases,
      run,
      key,
      problems,
      entry.plansPath,
      functions,
      row,
      (schedule, path) => {
        if (row.below) checkBelow(schedule, path, row.below, problems);
        return Object.keys(functions)[0] ? guarded(schedule, path) : schedule;
      },
    );
    const controllers = entry.controllers.flatMap((controller, i) => {
      const path = entry.controllerPath(i);
      const bound = bindController(controller, groups.length, path, problems);
      if (bound?.raises && row.below) {
        problems.add(`${path}.kind`, `a controller that never raises a value below ${row.below}`, "greedy");
      }
      return bound ?? [];
    });
    const states =
      kept?.[key] ??
      carry(Object.hasOwn(before, key) ? before[key] : undefined, groups) ??
      controllers.map(({ start }) => start(groups.map(() => 1)));
    return new Track(groups, place, bases, schedules, controllers, states);
  });
  problems.throwIfAny();
  for (const { bases, place } of Object.values(tracks)) {
    groups.forEach((group, i) => {
      if (group[place.memory] !== bases[i]) group[place.memory] = bases[i] as number;
    });
  }
  return tracks;
}

/** What the controllers kept, for other groups. */
function carry(before: Track | undefined, groups: readonly Group[]): readonly ControllerState[] | undefined {
  const place = new Map(before?.groups.map((group, i) => [group, i]));
  return before?.states.map((state) => {
    const { scales } = state;
    return { ...state, scales: groups.map((group) => scales[place.get(group) ?? scales.length - 1] as number) };
  });
}
