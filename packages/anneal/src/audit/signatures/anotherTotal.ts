import type { Signature } from "../hypothesis.ts";
import { minima } from "../minima.ts";
import { waysOf } from "../otherTotals.ts";
import { totalsOfSteps, wholeNear } from "../totalsOfSteps.ts";
import { totalText } from "../totalText.ts";

/** A grid of totals from a 64th of the planned one to 64 times that. */
const GRID: readonly number[] = Array.from({ length: 97 }, (_, i) => 2 ** ((i - 48) / 8));

/** What it is called of a plan that has no total, such as stairs. */
const OF_TIMES = {
  title: "longer or shorter times than planned",
  mend: "compare the milestones, the step size or the decay with those of the run's own configuration, and the unit that they count",
};

/** The plan was made for another total than the run's. */
export const anotherTotal: Signature = {
  name: "anotherTotal",
  title: "planned for another total",
  severity: "error",
  mend: "make the schedule with the number of updates that the run really has",
  general: true,
  find(subject) {
    const { total, likelyShifts } = subject;
    const exact = likelyShifts.flatMap((shift) => totalsOfSteps(subject, shift));
    return waysOf(subject).flatMap((way, i) => {
      const misfit = (shift: number) => (other: number) => {
        const guess = way(other);
        return guess ? subject.misfit((update) => guess.at(update), shift) : 1 / 0;
      };
      const grid = GRID.map((times) => times * total);
      const best = likelyShifts.flatMap((shift) => minima(misfit(shift), grid));
      const found = [...exact, ...best].flatMap((other) => wholeNear(other));
      return [...new Set(found)].flatMap((other) => {
        const guess = Math.abs(other - total) > 1.5 ? way(other) : undefined;
        if (!guess) return [];
        const text = totalText(subject, other, "was made for");
        const cost = (Number.isInteger(other) ? 3 : 3.5) + 0.1 * i;
        const told = subject.isEndless ? OF_TIMES : undefined;
        return [{ ...guess, cost, text, numbers: { total: other, factor: other / total }, ...told }];
      });
    });
  },
};
