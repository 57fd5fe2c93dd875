import { Problems, refuse } from "../error.ts";
import { accepts, expectation, type Field, FROM_ZERO } from "../field.ts";
import { VERSION } from "../parsePlan.ts";
import type { Plan } from "../plan.ts";
import type { Schedule } from "../schedule.ts";
import { compileEach, plansOf } from "../scheduler/compileEach.ts";
import { type Optimizer, type ParamGroup, paramGroupsOf, sameGroups } from "../scheduler/optimizer.ts";
import { checkState, type SchedulerState } from "../scheduler/state.ts";

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
  #plan: Plan | readonly Plan[];
  #groups: readonly ParamGroup[] = [];
  #bases: readonly number[] = [];
  #schedules: readonly Schedule[] = [];
  #lastEpoch = 0;

  constructor(optimizer: Optimizer, plan: Plan | readonly Plan[], overwrites: boolean, lastEpoch: number) {
    this.#optimizer = optimizer;
    this.#overwrites = overwrites;
    this.#plan = plan;
    this.#bind();
    this.#plan = plansOf(this.#schedules, plan);
    const rack = [...(racks.get(optimizer) ?? []), this];
    this.#go(lastEpoch + 1, rack);
    racks.set(optimizer, rack);
  }

  /** What this scheduler follows, one step being one call of `step()`; a list has one plan for each group. */
  get plan(): Plan | readonly Plan[] {
    return this.#plan;
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
    this.#go(epoch);
  }

  /** The rates in force, one for each group. */
  getLastLr(): number[] {
    return this.#optimizer.paramGroups.map(({ lr }) => lr);
  }

  /** All of the state as plain JSON. */
  stateDict(): SchedulerState {
    const [program, bases] = [{ lr: this.#plan }, { lr: this.#bases }];
    return { version: VERSION, program, run: {}, bases, position: this.#lastEpoch, controllers: {} };
  }

  /** Takes over the state of a scheduler with the same plan and as many groups; another one's is a PlanError. */
  loadStateDict(state: SchedulerState): void {
    if (!sameGroups(this.#optimizer, this.#groups)) this.#bind();
    checkState(state, this.stateDict());
    this.#bind(state.bases.lr);
    this.#go(state.position);
  }

  #bind(saved?: readonly number[]): void {
    const problems = new Problems();
    const groups = paramGroupsOf(this.#optimizer);
    const bases = groups.map(({ lr, initialLr = lr }, i) => saved?.[i] ?? initialLr);
    const schedules = compileEach(this.#plan, bases, {}, "lr", problems);
    problems.throwIfAny();
    groups.forEach((group, i) => {
      if (group.initialLr !== bases[i]) group.initialLr = bases[i] as number;
    });
    this.#groups = [...groups];
    this.#bases = bases;
    this.#schedules = schedules;
  }

  #go(epoch: number, rack = racks.get(this.#optimizer) as LRScheduler[]): void {
    for (const scheduler of rack) if (!sameGroups(this.#optimizer, scheduler.#groups)) scheduler.#bind();
    this.#lastEpoch = epoch;
    if (this.#overwrites) rack.unshift(...rack.splice(rack.indexOf(this), 1));
    this.#groups.forEach((group, i) => {
      const rate = rack.reduce((rate, scheduler, place) => {
        const own = (scheduler.#schedules[i] as Schedule)(scheduler.#lastEpoch);
        const base = scheduler.#bases[i] as number;
        // The first one sets the rate. A base of 0 stays 0 whatever the factor is.
        return place === 0 ? own : scheduler.#overwrites || base === 0 ? rate : (rate * own) / base;
      }, 0);
      if (group.lr !== rate) group.lr = rate;
    });
  }
}
