import { refuse } from "../error.ts";
import { accepts, expectation, type Field, FROM_ZERO } from "../field.ts";
import type { Plan } from "../plan.ts";
import type { Optimizer, Program } from "../scheduler/optimizer.ts";
import { checkState, type SchedulerState, saveState } from "../scheduler/state.ts";
import { type Bases, bindTracks, type Track } from "../scheduler/track.ts";

/** What every class of this entry takes. */
export interface LRSchedulerOptions {
  /** The last epoch that was done, from 0; the scheduler starts at the next one. Default -1: none was. */
  readonly lastEpoch?: number;
}

/** The row of `lastEpoch` in each class's table. */
export const lastEpochField: Field = { type: "number", default: -1 };

/** The schedulers of each optimizer: the first one sets the rate, the others multiply it. */
const racks = new WeakMap<Optimizer, LRScheduler[]>();

/**
 * What the classes named as PyTorch's have in common: a plan, a position counted in whatever the caller steps, and a
 * share in the optimizer's rate.
 *
 * Formula: the rate is what the overwriting scheduler says, or the base rate, times the factor of every other one; of
 * several overwriting ones the last that moved counts.
 */
export abstract class LRScheduler {
  readonly #optimizer: Optimizer;
  readonly #overwrites: boolean;
  readonly #program: Program;
  #tracks: readonly Track[] = [];
  #lastEpoch: number;

  constructor(optimizer: Optimizer, plan: Plan | readonly Plan[], overwrites: boolean, lastEpoch: number) {
    this.#optimizer = optimizer;
    this.#overwrites = overwrites;
    this.#program = { lr: plan };
    this.#lastEpoch = lastEpoch + 1;
    this.#bind();
    racks.set(optimizer, [...(racks.get(optimizer) ?? []), this]);
    this.#write();
  }

  /** What this scheduler follows, one step being one call of `step()`; a list has one plan for each group. */
  get plan(): Plan | readonly Plan[] {
    return this.stateDict().program.lr as Plan | readonly Plan[];
  }

  /** The position: the epoch whose rate is in force. */
  get lastEpoch(): number {
    return this.#lastEpoch;
  }

  /**
   * Without an argument advances by one; with one goes to that position, so that any order and a resume are one call.
   *
   * - `epoch`: a finite number from 0, fractional ones too; anything else is a PlanError that changes nothing.
   */
  step(epoch: number = this.#lastEpoch + 1): void {
    if (!accepts(FROM_ZERO, epoch)) refuse("epoch", expectation(FROM_ZERO), epoch);
    this.#lastEpoch = epoch;
    this.#write();
  }

  /** The rates in force, one for each group. */
  getLastLr(): number[] {
    return this.#optimizer.paramGroups.map(({ lr }) => lr);
  }

  /** All of the state as plain JSON. */
  stateDict(): SchedulerState {
    return saveState(this.#program, {}, { lr: this.#tracks }, this.#lastEpoch);
  }

  /** Takes over the state of a scheduler with the same plan and as many groups; another one's is a PlanError. */
  loadStateDict(state: SchedulerState): void {
    checkState(state, this.stateDict());
    this.#bind(state.bases);
    this.step(state.position);
  }

  #bind(bases?: Bases): void {
    this.#tracks = bindTracks(this.#program, {}, this.#optimizer, bases).lr as readonly Track[];
  }

  #write(): void {
    const rack = racks.get(this.#optimizer) as LRScheduler[];
    if (this.#overwrites) rack.unshift(...rack.splice(rack.indexOf(this), 1));
    this.#optimizer.paramGroups.forEach((group, i) => {
      const rate = rack.reduce((rate, scheduler) => scheduler.#apply(rate, i), Number.NaN);
      if (group.lr !== rate) group.lr = rate;
    });
  }

  /** The rate of group `i` after this scheduler: its own when none came before (NaN), else that times its factor. */
  #apply(rate: number, i: number): number {
    if (!this.#tracks[i]) this.#bind();
    const { schedule, base } = this.#tracks[i] as Track;
    const own = schedule(this.#lastEpoch);
    if (Number.isNaN(rate)) return own;
    // A base of 0 stays 0 whatever the factor is.
    return this.#overwrites || base === 0 ? rate : (rate * own) / base;
  }
}
