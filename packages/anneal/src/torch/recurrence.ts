import { Problems, refuse } from "../error.ts";
import type { Schedule } from "../schedule.ts";
import { compileEach } from "../scheduler/compileEach.ts";
import type { ParamGroup } from "../scheduler/optimizer.ts";
import type { Plans } from "./lrScheduler.ts";
import type { RateOf, Share } from "./share.ts";
import { withFunctions } from "./withFunctions.ts";

/** How the rate of a group goes on, for the base rates that it was made for. */
export interface Walk {
  /** The rate at position 0, from the one in force. */
  start(rate: number, i: number): number;
  /** The same, where another scheduler of a sequence went before; by default it begins anew, at the base rate. */
  enter?(rate: number, i: number): number;
  /** The rate at position `to`, at most one step after `from`, where it was `rate`. */
  next(rate: number, i: number, from: number, to: number): number;
  /** The rate at a position, where that has a closed form. */
  at?(i: number, position: number): number;
}

/** A rate that goes on from the one before. */
export type Recurrence = (bases: readonly number[]) => Walk;

/** What a part of a chain or a sequence is: its plan, or what it does beside it. */
export interface Part extends Pick<Share, "rank" | "calls" | "recurrence"> {
  readonly plan: Plans;
}

/** How a part goes on: by its own recurrence, or along its plan. */
export function walkOf(part: Part, bases: readonly number[]): Walk {
  return part.recurrence?.(bases) ?? closedWalk(part, bases);
}

/** The walk along a plan: by the ratio of each value to the one before. */
export function closedWalk(
  { plan, rank = 1, calls = {} }: Part,
  bases: readonly number[],
): Walk & Required<Pick<Walk, "at">> {
  const problems = new Problems();
  const { functions, move } = withFunctions({}, calls) as Required<Share>;
  const schedules = compileEach(plan, bases, {}, "lr", problems, "lr", functions());
  problems.throwIfAny();
  move(0, [], bases);
  const at = (i: number, position: number): number => (schedules[i] as Schedule)(position);
  const ratio = (rate: number, from: number, to: number): number =>
    from === 0 || rate === from ? rate - from + to : (rate * to) / from;
  return {
    at,
    start: (rate, i) => (rank === 0 ? at(i, 0) : ratio(rate, bases[i] as number, at(i, 0))),
    next: (rate, i, from, to) => (rank === 0 ? at(i, to) : ratio(rate, at(i, from), at(i, to))),
  };
}

/** How far a recurrence may be sent at once; it goes there step by step. */
const FURTHEST = 1e8;

/** What a walk makes of a rate from one position to a later one. */
export function walk({ next }: Walk, rate: number, i: number, from: number, to: number): number {
  if (to - from > FURTHEST) refuse("epoch", "at most 1e8 steps ahead", to);
  let now = rate;
  for (let at = from; at < to; ) {
    const then = Math.min(at + 1, to);
    now = next(now, i, at, then);
    at = then;
  }
  return now;
}

/**
 * The share of a scheduler whose rate is a recurrence; to go back it begins again. A walk that is closed too follows
 * its plan for as long as the others leave the rate alone; then it goes on from the rate in force, not from its own.
 */
export function recurring(recurrence: Recurrence, share: Pick<Share, "rank" | "program"> = {}): Share {
  let rates = new Map<ParamGroup, number>();
  let groups: readonly ParamGroup[] = [];
  let position = 0;
  let steps: Walk | undefined;
  let basis: readonly number[] | undefined;

  function rateAt(to: number, group: ParamGroup, i: number, base: number, rateOf: RateOf | undefined): number {
    const { at, start } = steps as Walk;
    const known = rates.get(group);
    if (known === undefined || to < position) return at ? at(i, to) : walk(steps as Walk, start(base, i), i, 0, to);
    if (to === position) return known;
    // What the others make of a rate of 1; where they make nothing of it, it goes on by itself.
    const others = (at && known && (rateOf as RateOf)(i) / known) || 1;
    if (at && others === 1 && known === at(i, position)) return at(i, to);
    return walk(steps as Walk, known * others, i, position, to) / others;
  }

  return {
    ...share,
    recurrence,
    own: (i) => rates.get(groups[i] as ParamGroup) as number,
    move(to, now, bases, rateOf) {
      const before = [rates, groups, position] as const;
      if (basis !== bases) steps = recurrence(bases);
      basis = bases;
      rates = new Map(now.map((group, i) => [group, rateAt(to, group, i, bases[i] as number, rateOf)]));
      groups = now;
      position = to;
      return () => {
        [rates, groups, position] = before;
      };
    },
    save: (state) => ({ ...state, rates: [...rates.values()] }),
    load(state, now) {
      rates = new Map(now.map((group, i) => [group, state.rates?.[i] as number]));
      groups = now;
      position = state.position;
    },
  };
}
