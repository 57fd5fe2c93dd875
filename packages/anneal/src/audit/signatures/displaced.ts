import { countText } from "../countText.ts";
import type { Hypothesis, Signature } from "../hypothesis.ts";
import { lagsFrom } from "../lagsFrom.ts";
import { atEach } from "../moved.ts";
import { lagsOfSteps } from "../totalsOfSteps.ts";

/** Fewer updates than these are skipped ones. */
const LEAST = 8;

/** What can be the cause, and how to mend it, by where it begins. */
const LATE =
  "count what comes before the schedule's first step, such as a warm-up or epochs of another scheduler, as the plan does, or seek the schedule to the number of updates that were made";
const EARLY =
  "leave out what steps the schedule before the first update, such as a check of the loop, or a `last_epoch` that was given to it; count the warm-up as the plan does";
const RESUMED =
  "load the scheduler's state of the same checkpoint as the model's, or seek it to the number of updates that were made";
const MIDWAY =
  "see what happened there: a resume with the state of another checkpoint, a `last_epoch` that was set by hand, or epochs in which the schedule was not stepped or was stepped without training; then seek it to the number of updates that were made";

/** From an update on, or from the beginning, the schedule stands a constant number of steps elsewhere. */
export const displaced: Signature = {
  name: "displaced",
  title: "at another place of the curve",
  severity: "error",
  mend: "seek the schedule to the number of updates that were made",
  find(subject) {
    const { row, shift, bad, good } = subject.before;
    const { logged, unit, perEpoch = 1 } = subject;
    const { updates } = logged;
    // Where no row was counted from 1, each epoch may well have had the rate of the one before.
    const late = logged.unit === "epoch" && logged.shifts.includes(-logged.spacing) && updates[0] === 0;
    const stairs = subject.isStairs ? lagsOfSteps(subject).filter((lag) => Math.abs(lag) > 1) : [];
    const all = [...new Set([...(late ? [logged.spacing] : []), ...stairs])].flatMap((lag) => {
      // A log that goes back to where the schedule begins again is one of a restart.
      const cost = logged.resumes.includes(lag) ? 4 : 1.5;
      return atEach(subject, (k) => subject.position(k - lag), { cost, ...told(lag, 0), shifts: [0] });
    });
    if (row >= updates.length) return all;
    const least = unit === "epoch" ? perEpoch : LEAST;
    const span = (unit === "epoch" ? perEpoch : 1) * subject.total;
    const isFirst = row === 0;
    const ranges = [lagsFrom(subject, row, -span, -least), lagsFrom(subject, row, least, bad)];
    const others = ranges.flat().flatMap(({ lag }) => {
      // As far behind as the run had come is a restart, but for a coincidence.
      const isStart = lag >= good - 1;
      const coincidence = isStart ? Math.log2(span / (bad - Math.max(good, 0))) : 0;
      return atEach(subject, (k) => subject.position(isFirst || k - shift >= bad ? k - shift - lag : k), {
        cost: (isFirst ? 2.5 : 3) + coincidence,
        ...told(lag, isFirst ? 0 : bad),
        shifts: [shift],
      });
    });
    return [...all, ...others];

    // The row that shows it may come some updates after the resume.
    function isResumed(at: number): boolean {
      return logged.resumes.some((update) => update <= at && at - update <= Math.max(LEAST, at - good));
    }

    function told(lag: number, at: number): Pick<Hypothesis, "text" | "mend" | "numbers"> {
      const from = at === 0 ? "from the beginning" : `from ${subject.updateText(at)} on`;
      const count = Math.abs(lag) / (unit === "epoch" ? perEpoch : 1);
      const way = lag > 0 ? "behind" : "ahead of";
      return {
        text: `${from} the schedule is ${countText(count, unit)} ${way} the run`,
        mend: at === 0 ? (lag > 0 ? LATE : EARLY) : isResumed(at) ? RESUMED : MIDWAY,
        numbers: { lag, at },
      };
    }
  },
};
