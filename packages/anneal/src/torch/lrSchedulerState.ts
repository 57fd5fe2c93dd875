import type { SchedulerState } from "../scheduler/state.ts";

/** All of a scheduler's state, as plain JSON. */
export interface LRSchedulerState extends SchedulerState {
  /** The own rates of a recurrence, one for each param group. */
  readonly rates?: readonly number[];
  /** Of several schedulers that set the rate, it is the one that moved last. */
  readonly leads?: true;
}
