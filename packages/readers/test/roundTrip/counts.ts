import type { Subject } from "./subjects.ts";
import type { Target } from "./targets.ts";
import { trip } from "./trip.ts";

/** How the configurations of one framework come back from another. */
export interface Counts {
  readonly configurations: number;
  readonly idiom: number;
  readonly formula: number;
  /** Why what is written was not read, and what was not written: how often. */
  readonly notRead: Readonly<Record<string, number>>;
  readonly refused: Readonly<Record<string, number>>;
  /** There should be none. */
  readonly different: readonly string[];
}

/** Counts the round trips of some configurations. */
export function count(subjects: readonly Subject[], target: Target): Counts {
  const sums = { idiom: 0, formula: 0 };
  const whys = { notRead: {} as Record<string, number>, refused: {} as Record<string, number> };
  const different: string[] = [];
  for (const subject of subjects) {
    const made = trip(subject, target);
    switch (made.as) {
      case "different":
        different.push(`${subject.name}: ${made.why}\n${made.code}`);
        break;
      case "notRead":
      case "refused": {
        const why = made.why.replaceAll(/\d[\d.e+-]*/g, "#").slice(0, 200);
        whys[made.as][why] = (whys[made.as][why] ?? 0) + 1;
        break;
      }
      default:
        sums[made.as]++;
    }
  }
  return { configurations: subjects.length, ...sums, ...whys, different };
}

/** How many there are of all reasons. */
export function total(reasons: Readonly<Record<string, number>>): number {
  return Object.values(reasons).reduce((sum, one) => sum + one, 0);
}
