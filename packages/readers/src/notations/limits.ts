import { refuse } from "../refuse.ts";
import type { Place } from "../value.ts";

/** The longest text that is read, in UTF-16 code units. */
export const LONGEST = 8_000_000;

/** How deep data may be nested. */
export const DEEPEST = 64;

/** How many values data may have. */
export const MOST_VALUES = 1_000_000;

/** Refuses a text that is too long. */
export function checkLength(text: string): void {
  if (text.length > LONGEST) {
    refuse(undefined, `at most ${LONGEST} characters`, String(text.length));
  }
}

/** Counts the values of one text, and how deep they are. */
export class Budget {
  #values = 0;
  #deepest = 0;

  /** One more value, or several, inside of `depth` others. */
  take(depth: number, place: () => Place | undefined, values = 1): void {
    if (depth > DEEPEST) refuse(place(), `at most ${DEEPEST} levels of nesting`, "more");
    this.#values += values;
    if (this.#values > MOST_VALUES) refuse(place(), `at most ${MOST_VALUES} values`, "more");
    this.#deepest = Math.max(this.#deepest, depth);
  }

  /** Measures a value with all that is in it: `work` takes it, at this depth. */
  measure<T>(depth: number, work: () => T): { readonly value: T; readonly size: number; readonly height: number } {
    const [before, deepest] = [this.#values, this.#deepest];
    this.#deepest = depth;
    const value = work();
    const extent = { value, size: this.#values - before, height: this.#deepest - depth };
    this.#deepest = Math.max(deepest, this.#deepest);
    return extent;
  }
}
