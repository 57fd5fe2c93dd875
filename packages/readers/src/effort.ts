import type { Plan } from "anneal";
import { refuse } from "./refuse.ts";
import type { Place } from "./value.ts";

/** The most steps that are measured of one text before less is measured of each schedule. */
const MOST = 400_000;
/** What is measured of a schedule in any case. */
const LEAST = 16;
/** The most schedules of one text, and the most values that all of them take. */
const MOST_SCHEDULES = 500;
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
  /** The facts that something would have taken from the caller. */
  readonly wanted: Set<string> = new Set();

  /** The runs that were found valid, as JSON: at most as many as there are schedules. */
  readonly runs: Set<string> = new Set();
  readonly #valid = new Set<Plan>();

  /** Notes a plan that the library made a schedule of. */
  scheduled(plan: Plan): void {
    this.#valid.add(plan);
  }

  /** Whether the library made a schedule of this very plan. */
  isValid(plan: Plan): boolean {
    return this.#valid.has(plan);
  }

  /** As many of the steps that are asked for as there are left; each may count as several. */
  take(steps: number, each = 1): number {
    const given = Math.min(steps, Math.max(Math.floor(this.#left / each), LEAST));
    this.#left -= given * each;
    return given;
  }

  /** Whether all that may be measured of the text has been. */
  get spent(): boolean {
    return this.#left <= 0;
  }

  /** So many schedules more; the first of too many is refused where it stands. */
  begin(schedules: readonly { readonly place?: Place | undefined }[]): void {
    const left = MOST_SCHEDULES - this.#schedules;
    this.#schedules += schedules.length;
    if (schedules.length > left)
      refuse(schedules[left]?.place, `at most ${MOST_SCHEDULES} schedules in a text`, "more");
  }

  /** One more call is read, which takes so many values: what it has to be where there are too many. */
  call(values: number): string | undefined {
    this.#values += CALL + values;
    return this.#values > MOST_VALUES ? `at most ${MOST_VALUES} values in the schedules of a text` : undefined;
  }
}
