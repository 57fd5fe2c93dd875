import { Problems, refuse } from "../error.ts";
import { type Field, FROM_ZERO, isObject, misfit } from "../field.ts";
import type { Plan } from "../plan.ts";
import type { Schedule } from "../schedule.ts";
import { compileEach, plansOf } from "../scheduler/compileEach.ts";
import { type Optimizer, type ParamGroup, paramGroupsOf, sameGroups } from "../scheduler/optimizer.ts";
import { checkState } from "../scheduler/state.ts";
import { VERSION } from "../version.ts";
import type { LRSchedulerState } from "./lrSchedulerState.ts";
import type { Share } from "./share.ts";

/** What every class of this entry takes. */
export interface LRSchedulerOptions {
  /** The last epoch that was done, from 0; the scheduler starts at the next one. Default -1: none was. */
  readonly lastEpoch?: number;
}

/** The row of `lastEpoch` in each class's table. */
export const lastEpochField: Field = { type: "number", default: -1 };

/** One plan for all param groups, or a list with one for each. */
export type Plans = Plan | readonly Plan[];

type Rack = readonly LRScheduler[];

const racks = new WeakMap<Optimizer, Rack>();

/** What drives an optimizer, by rank; of several that set the rate, the one that moved last comes first. */
export const rackOf = (optimizer: Optimizer): Rack => racks.get(optimizer) ?? [];

/** What a scheduler does beyond following its plan. */
export let shareOf: (scheduler: LRScheduler) => Share;

/** Takes back a scheduler's last move. */
export let undoMove: (scheduler: LRScheduler) => void;

/**
 * What the classes named as PyTorch's have in common: a plan, a position counted in whatever the caller steps, and a
 * share in the optimizer's rate.
 *
 * Formula: the rate is what the overwriting scheduler says, or the base rate, times the factor of every other one; of
 * several overwriting ones the last that moved counts.
 */
export abstract class LRScheduler<P extends Plans | undefined = Plans | undefined> {
  readonly #optimizer: Optimizer;
  readonly #share: Share & Required<Pick<Share, "rank">>;
  #plan: Plans;
  #groups: readonly ParamGroup[] = [];
  #bases: readonly number[] = [];
  #schedules: readonly Schedule[] = [];
  #position = 0;
  #undo!: () => void;

  static {
    shareOf = (scheduler) => scheduler.#share;
    undoMove = (scheduler) => scheduler.#undo();
  }

  constructor(optimizer: Optimizer, lastEpoch: number, plan: Plans, share: Share = {}) {
    this.#optimizer = optimizer;
    this.#plan = plan;
    this.#share = { rank: 1, ...share };
    this.#bind(share.given);
    const others = rackOf(optimizer).filter((one) => !share.parts?.includes(one));
    const rack = [this, ...others].sort((a, b) => a.#share.rank - b.#share.rank);
    this.#go(lastEpoch + 1, rack, share.given);
  }

  /** What this scheduler follows, one step being one call of `step()`; a list has one plan for each group. */
  get plan(): P {
    return (this.#share.program ? undefined : this.#plan) as P;
  }

  /** The position: the epoch whose rate is in force. */
  get lastEpoch(): number {
    return this.#position;
  }

  /**
   * Without an argument advances by one; with one goes to that position, so that any order and a resume are one call.
   *
   * - `epoch`: a finite number from 0, fractional ones too; anything else is a PlanError that changes nothing. Neither a
   *   function of the epoch nor an optimizer's setter may step the scheduler that calls it.
   */
  step(epoch: number = this.#position + 1): void {
    const expected = misfit(FROM_ZERO, epoch);
    if (expected) refuse("epoch", expected, epoch);
    this.#go(epoch, this.#rack(true));
  }

  /** The rates in force, one for each group. */
  getLastLr(): number[] {
    return this.#optimizer.paramGroups.map(({ lr }) => lr);
  }

  /** All of the state as plain JSON. */
  stateDict(): LRSchedulerState {
    const [first, second] = rackOf(this.#optimizer);
    const state: LRSchedulerState = {
      version: VERSION,
      program: { lr: (this.#share.program as Plan) ?? this.#plan },
      run: {},
      bases: { lr: [...this.#bases] },
      position: this.#position,
      controllers: {},
      ...(first === this && second && second.#share.rank === 0 && { leads: ["lr"] }),
    };
    return this.#share.save?.(state) ?? state;
  }

  /** Takes over a state with the same plan and as many groups; for another plan there are `anneal/resume`'s policies. */
  loadStateDict(state: LRSchedulerState): void {
    const { leads, ...saved } = Object(state) as LRSchedulerState;
    const rack = this.#rack(leads?.includes?.("lr"));
    const before = this.stateDict();
    const { leads: _, ...own } = before;
    checkState(isObject(state) ? saved : state, own);
    try {
      this.#share.load?.(state, this.#groups);
      this.#bind(state.bases.lr);
      this.#go(state.position, rack, saved);
    } catch (error) {
      this.#share.load?.(before, this.#groups);
      this.#bind(before.bases.lr);
      throw error;
    }
  }

  #bind(saved?: readonly number[]): void {
    const problems = new Problems();
    const groups = [...paramGroupsOf(this.#optimizer)];
    const bases = groups.map(({ lr, initialLr = lr }, i) => saved?.[i] ?? initialLr);
    const schedules = compileEach(this.#plan, bases, {}, "lr", problems, "lr", this.#share.functions?.());
    problems.throwIfAny();
    if (!saved && this.#groups[0]) this.#share.move?.(this.#position, groups, bases);
    this.#groups = groups;
    this.#bases = bases;
    this.#schedules = schedules;
    this.#plan = plansOf(schedules, this.#plan);
  }

  /** What drives the optimizer, bound to the groups that it has now. */
  #rack(lead: boolean | undefined): Rack {
    const rack = rackOf(this.#optimizer);
    if (!rack.includes(this)) refuse("scheduler", "one that is not part of another", this.constructor.name);
    for (const one of rack) {
      if (!sameGroups(this.#optimizer, one.#groups)) one.#bind();
    }
    return lead && this.#share.rank === 0 && rack[0] !== this ? [this, ...rack.filter((one) => one !== this)] : rack;
  }

  /** The rate of a group, by all that are in the rack, or only those of a rank below `end`. */
  #rate(i: number, rack: Rack, end = 3): number {
    let rate = 0;
    for (const one of rack) {
      const { rank, own } = one.#share;
      if (rank >= end) break;
      const first = one === rack[0];
      const base = one.#bases[i] as number;
      const value = own
        ? own(i, first ? base : rate, base, one.#position)
        : (one.#schedules[i] as Schedule)(one.#position);
      if (first || rank === 2) rate = value;
      // A base of 0 stays 0 whatever the factor is.
      else if (rank === 1 && base !== 0) rate = (rate * value) / base;
    }
    return rate;
  }

  /** Writes the rates of a position, and the base rates where they are `given` or new; or nothing, when it throws. */
  #go(position: number, rack: Rack, given?: unknown): void {
    const [optimizer, groups, from] = [this.#optimizer, this.#groups, this.#position];
    const before = rackOf(optimizer);
    const rates = groups.map(({ lr }) => lr);
    const undo = this.#share.move?.(position, groups, this.#bases, (i) => this.#rate(i, rack, 2), rack[0] === this);
    this.#undo = () => {
      undo?.();
      this.#position = from;
      racks.set(optimizer, before);
      groups.forEach((group, i) => {
        if (group.lr !== rates[i]) group.lr = rates[i] as number;
      });
    };
    this.#position = position;
    racks.set(optimizer, rack);
    try {
      groups.forEach((group, i) => {
        const rate = this.#rate(i, rack);
        if (group.lr !== rate) group.lr = rate;
      });
    } catch (error) {
      this.#undo();
      throw error;
    }
    groups.forEach((group, i) => {
      if (given || group.initialLr === undefined) group.initialLr = this.#bases[i] as number;
    });
  }
}
