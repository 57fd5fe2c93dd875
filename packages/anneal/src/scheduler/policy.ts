import type { Functions } from "../kind.ts";
import type { SchedulerState } from "./state.ts";

/**
 * How training goes on where the saved state is of another program, run or number of groups: a pure function of the
 * saved state, the scheduler's own, and the functions that plans may name; those of `anneal/resume`, or one's own. What
 * it returns is the state that goes on: its program, run, bases, position and controllers replace the scheduler's.
 */
export type Policy = (saved: SchedulerState, own: SchedulerState, functions?: Functions | undefined) => SchedulerState;
