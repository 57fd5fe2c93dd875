import { refuse } from "./refuse.ts";

/** The most steps that are measured of one text before less is measured of each schedule. */
const MOST = 500_000;
/** What is measured of a schedule in any case. */
const LEAST = 16;
/** The most schedules of one text, and the most values that all of them take. */
const MOST_SCHEDULES = 2000;
const MOST_VALUES = 400_000;
/** How many values a call counts as. */
const CALL = 20;

/** What is done for the schedules of one text, so that the time and the memory that it takes are bounded. */
export class Effort {
  #left = MOST;
  #schedules = 0;
  #values = 0;
  /** The facts of the caller's that something asked for. */
  readonly asked: Set<string> = new Set();

  /** As many of the steps that are asked for as there are left. */
  take(steps: number): number {
    const given = Math.min(steps, Math.max(this.#left, LEAST));
    this.#left -= given;
    return given;
  }

  /** So many schedules more. */
  begin(schedules: number): void {
    this.#schedules += schedules;
    if (this.#schedules > MOST_SCHEDULES) refuse(undefined, `at most ${MOST_SCHEDULES} schedules`, "more");
  }

  /** One more call is read, which takes so many values: what it has to be where there are too many. */
  call(values: number): string | undefined {
    this.#values += CALL + values;
    return this.#values > MOST_VALUES ? `at most ${MOST_VALUES} values in the schedules of a text` : undefined;
  }
}
