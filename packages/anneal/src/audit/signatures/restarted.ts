import { format } from "../../format.ts";
import type { Hypothesis, Signature } from "../hypothesis.ts";
import { lagsFrom } from "../lagsFrom.ts";
import { atEach, moved } from "../moved.ts";
import type { Subject } from "../subject.ts";

/** So many restarts are followed. */
const MOST = 32;
/** The rows of so many updates at a restart may be those before it. */
const AFTER = 1.5;

/** What it assumes more, in bits, where no row and no resume tells it from a schedule that lags from the beginning. */
const UNSEEN = 3;

/** From an update on the curve starts again. */
export const restarted: Signature = {
  name: "restarted",
  title: "restarted on resume",
  severity: "error",
  mend: "load the scheduler's state with the optimizer's, or seek it to the number of updates that were made",
  find(subject) {
    const { shift, row } = subject.before;
    const found = row < subject.logged.updates.length ? restarts(subject, row) : [];
    const periodic = everyEpoch(subject);
    if (found.length === 0) return periodic;
    const text = `the curve starts again at ${found.map(({ lag }) => subject.updateText(lag)).join(", ")}`;
    const numbers = { at: (found[0] as Restart).lag, restarts: found.length };
    const position = (update: number) => {
      const last = found.findLast(({ from }) => from <= update - shift);
      return subject.position(last ? update - shift - last.lag : update);
    };
    // A restart that showed only later assumes that what was between would have shown nothing.
    const late = (found[0] as Restart).lag < subject.before.good - 1 ? 1 : 0;
    const unseen = !isSeen(subject, found);
    const cost = 1 + found.length + late + (unseen ? UNSEEN : 0);
    const told = { cost, text, numbers, shifts: [shift], ...(unseen && { unseen }) };
    return [...periodic, ...atEach(subject, position, told)];
  },
};

interface Restart {
  /** The update at which the curve starts again. */
  readonly lag: number;
  /** The first update that has the new beginning's rate, logged or not. */
  readonly from: number;
}

/** Whether the log goes back, or the rows before a restart are not what they would be with its lag. */
function isSeen(subject: Subject, [first]: readonly Restart[]): boolean {
  const { lag, from } = first as Restart;
  const { updates, resumes } = subject.logged;
  return (
    resumes.length > 0 ||
    updates.some((update, row) => update < from && !subject.isRate(row, subject.plain(update - lag)))
  );
}

/** The restarts, one after another. */
function restarts(subject: Subject, first: number): readonly Restart[] {
  const found: Restart[] = [];
  let [row, origin] = [first, 0];
  while (found.length < MOST) {
    const [lag] = lagsFrom(subject, row, origin + 1, subject.update(row), (at) => hasBegun(subject, row, at));
    if (!lag) break;
    // The very row of a resume may be the last one before it.
    const from = hasBegun(subject, row, lag.lag, 0) ? lag.lag : lag.lag + AFTER;
    found.push({ lag: lag.lag, from: Math.min(from, subject.update(row)) });
    origin = lag.lag;
    if (lag.until >= subject.logged.updates.length) break;
    row = lag.until;
  }
  return found;
}

/** Whether the rows between a restart and the first that shows it are those of the new beginning too. */
function hasBegun(subject: Subject, row: number, at: number, after = AFTER): boolean {
  return subject.areRates(at + after, row, (update) => subject.plain(update - at));
}

/** A scheduler that is made anew with every epoch. */
function everyEpoch(subject: Subject): readonly Hypothesis[] {
  const { perEpoch = 1, unit } = subject;
  if (unit === "epoch" || perEpoch <= 1) return [];
  const text = `the curve starts again with each epoch of ${format(perEpoch)} updates`;
  const told = { cost: 1.5, text, numbers: { at: perEpoch, every: perEpoch } };
  return [moved(subject, (update) => update - perEpoch * Math.floor(update / perEpoch + 1e-9), told)];
}
