import { PlanError } from "anneal";
import type { Effort } from "../effort.ts";
import { at } from "../refuse.ts";
import { Lambda, type Place } from "../value.ts";

/** How many steps a rate is followed through at most. */
const MOST = 1_000_000;
/** How far it is looked at in any case, and in units of its code's largest number. */
const [LEAST, TIMES] = [2000, 4];
/** The furthest that it is looked at, and how many steps of it count as one of PyTorch's own arithmetic. */
const [FURTHEST, FOLLOWED] = [40_000, 2];

/** A rate that each step makes of what the one before left. */
export interface Follows {
  readonly text: string;
  readonly place: Place | undefined;
  readonly numbers: readonly number[];
  /** The rate at a step, by the one before; not a number where it stays. */
  next(step: number, before: number): number;
}

/** A rate that is followed from a first one on, step after step. */
export class Recurrence extends Lambda {
  constructor(follows: Follows, start: number) {
    super(follows.text, follow(follows, start), follows.place, follows.numbers);
  }

  /** Those of ascending steps that it may be looked at with little effort; nothing where they miss one of its numbers. */
  within(steps: readonly number[], effort: Effort): readonly number[] | undefined {
    const last = Math.max(0, ...this.numbers.filter((one) => one <= MOST));
    const furthest = Math.min(Math.max(LEAST, TIMES * last), FURTHEST);
    const near = steps.filter((step) => step <= furthest);
    const turns = Math.ceil((near.at(-1) ?? 0) / FOLLOWED);
    return last > furthest || effort.spent || effort.take(turns) < turns ? undefined : near;
  }

  /** Whether it is another one's share at all steps that are looked at. */
  isShare(other: Lambda, scale: number): boolean {
    const last = Math.max(50, ...this.numbers.filter((one) => one <= FURTHEST / TIMES));
    for (let step = 0; step <= Math.min(2 * last, LEAST); step++) {
      if (this.compute(step) !== scale * other.compute(step)) return false;
    }
    return true;
  }
}

function follow({ next, place }: Follows, start: number): (step: number) => number {
  const rates: number[] = [];
  return (step) => {
    const last = Math.max(0, Math.floor(step + 1e-9));
    if (last > MOST) {
      const expected = `a step of the first ${MOST}, through which the rate is followed`;
      throw new PlanError([{ path: at(place, "the rate"), expected, received: String(step) }]);
    }
    for (let i = rates.length; i <= last; i++) {
      const before = rates[i - 1] ?? start;
      const rate = next(i, before);
      rates.push(Number.isNaN(rate) ? before : rate);
    }
    return rates[last] as number;
  };
}
