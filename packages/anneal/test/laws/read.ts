import type { Plan, Run, Schedule } from "../../src/index.ts";

/** A plan in its run, with its curve at all the steps that matter to it. */
export interface Read {
  readonly plan: Plan;
  readonly run: Run;
  readonly lr: Schedule;
  readonly steps: readonly number[];
  readonly curve: readonly number[];
  /** Builds another plan in the same run, or in another. */
  build(plan: Plan, run?: Run): Schedule;
}

/** Fails when it is broken. */
export type Law = (read: Read) => void;
