import { PlanError } from "anneal";
import type { Effort } from "../effort.ts";
import { at } from "../refuse.ts";
import { Lambda } from "../value.ts";

/** How many steps a rate is followed back at most, to where it was set. */
const MOST = 1_000_000;
/** What is found is kept at every so many steps of those that it is followed through. */
const BLOCK = 32;
/** How far a rate that is held is looked at in any case, and in units of its code's largest number. */
const LEAST = 20_000;
const TIMES = 4;
/** The largest number that is taken for a step. */
const LARGEST = 1e12;
/** How many steps that it is followed through count as one of PyTorch's own arithmetic, and so does a part of a probe. */
const FOLLOWED = 5;
const PROBE = 4;

/** Where a rate was set last, and to what. */
interface Setting {
  readonly since: number;
  readonly value: number;
}

/** A rate that stays as it was set last where it is not a number, and is a base before it is set. */
export class Held extends Lambda {
  readonly #own: Lambda;

  constructor(own: Lambda, base: number) {
    super(own.text, follow(own, base), own.place, own.numbers);
    this.#own = own;
  }

  /** Those of ascending steps that it may be looked at with little effort; nothing where they miss one of its numbers. */
  within(steps: readonly number[], effort: Effort): readonly number[] | undefined {
    const cost = PROBE * steps.length;
    if (effort.spent || effort.take(cost) < cost) return undefined;
    const last = Math.max(0, ...this.numbers.filter((one) => one <= LARGEST));
    const most = Math.min(Math.max(LEAST, TIMES * last), MOST);
    let [followed, end] = [0, 0];
    for (; end < steps.length; end++) {
      const step = steps[end] as number;
      const gap = this.#isHeld(step) ? step - (steps[end - 1] ?? 0) : 0;
      if (followed + gap > most) break;
      followed += gap;
    }
    if (end < steps.length && (steps[end] as number) <= last + 1) return undefined;
    const turns = Math.ceil(followed / FOLLOWED);
    return effort.take(turns) < turns ? undefined : steps.slice(0, end);
  }

  #isHeld(step: number): boolean {
    try {
      return Number.isNaN(this.#own.compute(step));
    } catch (error) {
      // Whoever asks for its value is told.
      if (error instanceof PlanError) return false;
      throw error;
    }
  }
}

function follow(own: Lambda, base: number): (step: number) => number {
  const kept = new Map<number, Setting>();
  return (step) => {
    const now = own.compute(step);
    if (!Number.isNaN(now)) return now;
    const before = Math.ceil(step) - 1;
    const passed: number[] = [];
    let found: Setting | undefined = before >= 0 ? undefined : { since: -1, value: base };
    // A far step less one may be that step.
    for (let count = 0; !found && count <= MOST; count++) {
      const i = before - count;
      const then = i < 0 ? base : own.compute(i);
      if (i < 0 || !Number.isNaN(then)) found = { since: i, value: then };
      else if (i % BLOCK === 0) {
        found = kept.get(i);
        if (!found) passed.push(i);
      }
    }
    if (!found || (before >= 0 && before - found.since > MOST)) {
      const expected = `a rate that was set at most ${MOST} steps before`;
      throw new PlanError([{ path: at(own.place, `the function at ${step}`), expected, received: "none" }]);
    }
    for (const one of passed) kept.set(one, found);
    return found.value;
  };
}
