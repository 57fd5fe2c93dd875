import { format } from "../../format.ts";
import type { Hypothesis, Signature } from "../hypothesis.ts";
import { moved } from "../moved.ts";
import type { Subject } from "../subject.ts";

/** By how many updates the lag may grow between two rows that tell of it, and by what share of those between them. */
const MOST_AT_ONCE = 16;
const SHARE = 0.5;
/** No more are tried. */
const MOST = 4096;
/** The share of the updates that may be skipped in all: what follows a lag that grows faster follows any curve. */
const MOST_SKIPPED = 0.25;

/** The schedule falls behind, or gets ahead, by a count that grows. */
export const skippedUpdates: Signature = {
  name: "skippedUpdates",
  title: "updates were skipped",
  severity: "warning",
  mend: "step the schedule exactly when the optimizer did: a gradient scaler skips updates that overflow",
  general: true,
  find(subject) {
    if (subject.unit === "epoch") return [];
    const { shift, row } = subject.before;
    if (row >= subject.logged.updates.length) return [];
    return [1, -1].flatMap((way) => follow(subject, row, shift, way));
  },
};

/** Follows the lag through the log, which changes only one way. */
function follow(subject: Subject, first: number, shift: number, way: number): readonly Hypothesis[] {
  const { updates } = subject.logged;
  const [starts, lags]: [number[], number[]] = [[], []];
  let [lag, known, missed] = [0, first - 1, 0];
  const fits = (row: number, by: number) => subject.isRate(row, subject.plain(subject.update(row) + shift - by));
  for (let row = first; row < updates.length; row++) {
    if (fits(row, lag)) {
      // Rows where one more would fit as well do not tell that there was none.
      if (!fits(row, lag + way)) known = row;
      continue;
    }
    const gap = subject.update(row) - (known < 0 ? 0 : subject.update(known));
    // A schedule that waits never goes back.
    const most = Math.min(MOST_AT_ONCE + SHARE * gap, way > 0 ? gap : MOST, MOST);
    let by = 1;
    while (by <= most && !fits(row, lag + way * by)) by++;
    if (by <= most) {
      lag += way * by;
      if (!fits(row, lag + way)) known = row;
      starts.push(subject.update(row));
      lags.push(lag);
    } else if (++missed > 0.01 * updates.length + 1) return [];
  }
  if (lags.length === 0 || Math.abs(lag) > MOST_SKIPPED * subject.last) return [];
  const lagAt = (update: number): number => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (update - shift < (starts[middle] as number)) high = middle;
      else low = middle + 1;
    }
    return lags[low - 1] ?? 0;
  };
  const verb = way > 0 ? "falls behind" : "gets ahead of";
  const text = `the schedule ${verb} the run by ${format(Math.abs(lag))} updates in all, from ${subject.updateText(starts[0] as number)} on`;
  const numbers = { lag, at: starts[0] as number, changes: lags.length };
  const told = { cost: 2 + 0.5 * lags.length, text, numbers, shifts: [shift] };
  return [moved(subject, (update) => subject.position(update - lagAt(update)), told)];
}
