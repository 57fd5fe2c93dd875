import type { Hypothesis, Signature } from "../hypothesis.ts";
import { minima } from "../minima.ts";
import { type Guess, waysOf } from "../otherTotals.ts";
import type { Subject } from "../subject.ts";
import { totalsOfSteps, wholeNear } from "../totalsOfSteps.ts";
import { totalText } from "../totalText.ts";

const GRID: readonly number[] = Array.from({ length: 97 }, (_, i) => 2 ** ((i - 48) / 12));

/** The share of the rows that may well be as planned, even where another total would not show in them. */
const LONG = 0.1;

/** What it assumes more, in bits, where neither a row nor a resume tells it from another total all along. */
const UNTOLD = 2;

/** Up to an update, or from it on, the curve is that of another total. */
export const rescaled: Signature = {
  name: "rescaled",
  title: "rescaled on resume",
  severity: "error",
  mend: "resume with the facts that the run began with, or choose how the old and the new curve are to be joined",
  find(subject) {
    const { before, after } = subject;
    const { length } = subject.logged.updates;
    const isInside = (row: number) => row > 0 && row < length;
    return [
      ...(isInside(before.row) ? guesses(subject, before.row, before.shift, true) : []),
      ...(isInside(after.row) ? guesses(subject, after.row, after.shift, false) : []),
    ];
  },
};

/** Another total for the rows from one on, or for those before it. */
function guesses(subject: Subject, row: number, shift: number, isAfter: boolean): readonly Hypothesis[] {
  const { total, logged } = subject;
  const at = logged.updates[row] as number;
  const [from, to] = isAfter ? [at, 1 / 0] : [0, at];
  const isOther = (update: number) => update - shift >= from && update - shift < to;
  const isLong = (isAfter ? row : logged.updates.length - row) > LONG * logged.updates.length;
  // A step of stairs may stand elsewhere for many reasons: only where a run is seen to be resumed it is likely this one.
  const isSeen = logged.resumes.some((update) => update <= at);
  const cost = subject.isStairs ? (isSeen ? 2.4 : 5.5) : 4;
  const exact = isAfter ? totalsOfSteps(subject, shift, row) : totalsOfSteps(subject, shift, 0, row);
  const isContradicted = (guess: Guess) => {
    const [first, end] = isAfter ? [0, row] : [row, logged.updates.length];
    for (let one = first; one < end; one++) {
      if (!subject.isRate(one, guess.at(subject.update(one) + shift))) return true;
    }
    return false;
  };
  return waysOf(subject).flatMap((way, i) => {
    const misfit = (other: number) => {
      const guess = way(other);
      return guess ? subject.misfit((update) => guess.at(update), shift, from, to) : 1 / 0;
    };
    const grid = GRID.map((times) => times * total);
    const found = [...exact, ...minima(misfit, grid)].flatMap((other) => wholeNear(other));
    return [...new Set(found)].flatMap((other) => {
      const guess = Math.abs(other - total) > 1.5 ? way(other) : undefined;
      if (!guess) return [];
      // Where the other rows have nothing against it, it was most likely another total all along.
      const isTold = isContradicted(guess);
      if (!(isLong || isTold)) return [];
      const unseen = !(isTold || isSeen);
      const more = unseen && !subject.isStairs ? UNTOLD : 0;
      const { position } = guess;
      const when = `${isAfter ? "from" : "up to"} ${subject.updateText(at)}${isAfter ? " on" : ""}`;
      return [
        {
          cost: cost + more + 0.1 * i,
          text: `${when} ${totalText(subject, other, "is that of")}`,
          numbers: { at, total: other, factor: other / total },
          shifts: [shift],
          ...(unseen && { unseen }),
          ...(position && { position: (k: number) => (isOther(k) ? position(k) : subject.position(k)) }),
          at: (k: number) => (isOther(k) ? guess.at(k) : subject.plain(k)),
        },
      ];
    });
  });
}
