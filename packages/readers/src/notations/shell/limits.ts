import { refuse } from "../../refuse.ts";
import type { Place } from "../../value.ts";

/** How much a script may have: many times what is written by hand, and what is read in a moment. */
const MOST = {
  commands: [20_000, (most: number): string => `at most ${most} commands`],
  assignments: [20_000, (most: number): string => `at most ${most} assignments`],
  substitutions: [50_000, (most: number): string => `at most ${most} substitutions`],
  words: [200_000, (most: number): string => `at most ${most} words`],
  // Variables may hold each other many times over.
  characters: [16_000_000, (most: number): string => `at most ${most} characters`],
} as const;

/** Counts what one script has. */
export class Budget {
  readonly #counts = new Map<keyof typeof MOST, number>();

  /** So many more of something; a PlanError where they are too many. */
  take(what: keyof typeof MOST, more: number, place: () => Place | undefined = NOWHERE): void {
    const count = (this.#counts.get(what) ?? 0) + more;
    this.#counts.set(what, count);
    const [most, told] = MOST[what];
    if (count > most) refuse(place(), told(most), "more");
  }
}

const NOWHERE = (): undefined => undefined;
