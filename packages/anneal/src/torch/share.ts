import type { Functions } from "../kind.ts";
import type { ParamGroup } from "../scheduler/optimizer.ts";
import type { LRScheduler } from "./lrScheduler.ts";
import type { LRSchedulerState } from "./lrSchedulerState.ts";
import type { MomentumCycle } from "./momentumCycle.ts";
import type { Recurrence } from "./recurrence.ts";

/** What a scheduler does beyond following its plan. */
export interface Share {
  /** 0: it sets the rate; 1: it multiplies what is set; 2: it leads the product to a rate of its own. Default 1. */
  readonly rank?: 0 | 1 | 2;
  /** The functions that its plan names. */
  readonly calls?: Functions;
  /** The same, as they are called for plans that are built now. */
  functions?(): Functions;
  /** Its base rates, where they are not what the groups remember. */
  readonly given?: readonly number[] | undefined;
  /** The schedulers that it stands for; they drive nothing themselves from then on. */
  readonly parts?: readonly LRScheduler[];
  /** What it does as data, where no plan says it. */
  readonly program?: unknown;
  /** How its rate goes on from step to step, where that is more than the plan's ratio of one step to the next. */
  readonly recurrence?: Recurrence;
  /** It cannot be a part of another scheduler, since its steps need a metric. */
  readonly needsMetric?: true;
  /** What drives momentum. */
  momentum?(): MomentumCycle | undefined;
  /** Its own rate for a group, in place of the plan's; with rank 2 what it makes of the `rate` of those before it. */
  own?(i: number, rate: number, base: number, position: number): number;
  /**
   * Goes to a position before the rates are written; the result undoes it. `rateOf` reads a group's rate before that,
   * without those of rank 2; with `lead` it sets the rate from now on.
   */
  move?(
    position: number,
    groups: readonly ParamGroup[],
    bases: readonly number[],
    rateOf?: RateOf,
    lead?: boolean,
  ): (() => void) | undefined;
  /** Adds to the state what it keeps. */
  save?(state: LRSchedulerState): LRSchedulerState;
  /** Takes over a state that fits. */
  load?(state: LRSchedulerState, groups: readonly ParamGroup[]): void;
}

/** The rate in force of a group. */
export type RateOf = (i: number) => number;
