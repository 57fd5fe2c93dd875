import type { Cohort } from "./cohort.ts";
import type { Group } from "./group.ts";
import type { TfjsVariable } from "./variable.ts";

/** A variable, with where it is. */
export interface Member {
  readonly variable: TfjsVariable;
  /** The number of its group. */
  readonly group: number;
  readonly cohort: Cohort;
  /** Its place in the cohort. */
  readonly place: number;
}

/** The variables of all groups in the order in which they were made, as a model lists them whatever their groups. */
export function membersOf(groups: readonly Group[]): Member[] {
  return groups
    .flatMap(({ cohorts }, group) =>
      cohorts.flatMap((cohort) => cohort.variables.map((variable, place) => ({ variable, group, cohort, place }))),
    )
    .sort((a, b) => a.variable.id - b.variable.id);
}
