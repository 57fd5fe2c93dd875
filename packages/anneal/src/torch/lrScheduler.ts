import { refuse } from "../error.ts";
import type { Field } from "../field.ts";
import type { Plan } from "../plan.ts";
import type { Optimizer, ParamGroup } from "../scheduler/optimizer.ts";
import { Scheduler } from "../scheduler/scheduler.ts";
import type { SchedulerState } from "../scheduler/state.ts";
import { baseGroups, type Member, Rack, rememberBases } from "./rack.ts";

/** What every class of this entry takes. */
export interface LRSchedulerOptions {
  /** The last epoch that was done, from -1; the scheduler starts at the next one. Default -1. */
  readonly lastEpoch?: number;
}

/** The row of `lastEpoch` in each class's table. */
export const lastEpochField: Field = { type: "number", min: -1, default: -1 };

/** What a class makes of its options. */
export interface LRSchedulerSetup extends LRSchedulerOptions {
  readonly plan: Plan | readonly Plan[];
  readonly overwrites: boolean;
}

const racks = new WeakMap<Optimizer, Rack>();

/**
 * What the classes named as PyTorch's have in common: a plan, a position counted in whatever the caller steps, and a
 * share in the optimizer's rate.
 *
 * Several on one optimizer compose as in PyTorch: the rate is what the overwriting one says, or the base rate, times
 * every other one's factor.
 */
export abstract class LRScheduler {
  /** The plan that this scheduler follows, one step being one call of `step()`; a list has one for each group. */
  readonly plan: Plan | readonly Plan[];
  readonly #optimizer: Optimizer;
  readonly #rack: Rack;
  readonly #member: Member;

  constructor(optimizer: Optimizer, { plan, overwrites, lastEpoch = -1 }: LRSchedulerSetup) {
    const groups = baseGroups(paramGroupsOf(optimizer));
    const scheduler = new Scheduler({ paramGroups: groups }, { lr: plan });
    scheduler.seek(lastEpoch + 1);
    rememberBases(optimizer.paramGroups, groups);
    this.plan = scheduler.state().program.lr as Plan | readonly Plan[];
    this.#optimizer = optimizer;
    this.#member = { groups, scheduler, overwrites };
    this.#rack = racks.get(optimizer) ?? new Rack(optimizer);
    racks.set(optimizer, this.#rack);
    this.#rack.add(this.#member);
  }

  /** The position: the epoch whose rate is in force. */
  get lastEpoch(): number {
    return this.#member.scheduler.position;
  }

  /**
   * Without an argument advances by one; with one goes to that position, so that any order and a resume are one call.
   *
   * - `epoch`: a finite number from 0, fractional ones too. Anything else is a PlanError that changes nothing.
   */
  step(epoch: number = this.lastEpoch + 1): void {
    if (!(Number.isFinite(epoch) && epoch >= 0)) refuse("epoch", "a finite number from 0", epoch);
    this.#member.scheduler.seek(epoch);
    this.#rack.write(this.#member);
  }

  /** The rates in force, one for each group. */
  getLastLr(): number[] {
    return this.#optimizer.paramGroups.map(({ lr }) => lr);
  }

  /** All of the state as plain JSON. */
  stateDict(): SchedulerState {
    return this.#member.scheduler.state();
  }

  /** Takes over the state of a scheduler with the same plan and as many groups; another one's is a PlanError. */
  loadStateDict(state: SchedulerState): void {
    const { groups, scheduler } = this.#member;
    scheduler.restore(state);
    rememberBases(this.#optimizer.paramGroups, groups);
    this.#rack.write(this.#member);
  }
}

/** The optimizer's groups, or a PlanError when it has none. */
export function paramGroupsOf(optimizer: Optimizer): readonly ParamGroup[] {
  const groups = optimizer?.paramGroups;
  return Array.isArray(groups) ? groups : refuse("optimizer.paramGroups", "a list of param groups", groups);
}
