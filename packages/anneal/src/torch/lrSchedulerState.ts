import type { SchedulerState } from "../scheduler/state.ts";

/** All of a scheduler's state, as plain JSON. */
export interface LRSchedulerState extends SchedulerState {
  /** The own rates of a recurrence, one for each param group. */
  readonly rates?: readonly number[];
  /** What it sets, of several schedulers that do so, as the one that moved last: `"lr"`, `"momentum"`, `"beta1"`. */
  readonly leads?: readonly string[];
}
