import { countText } from "../countText.ts";
import type { Hypothesis, Signature } from "../hypothesis.ts";
import { lagsFrom } from "../lagsFrom.ts";
import { atEach } from "../moved.ts";
import { lagsOfSteps } from "../totalsOfSteps.ts";

/** Fewer updates than these are skipped ones. */
const LEAST = 8;

/** From an update on, or from the beginning, the schedule stands a constant number of steps elsewhere. */
export const displaced: Signature = {
  name: "displaced",
  title: "at another place of the curve",
  severity: "error",
  mend: "load the scheduler's state of the same checkpoint as the model's, or seek it to the number of updates that were made",
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

    function told(lag: number, at: number): Pick<Hypothesis, "text" | "numbers"> {
      const from = at === 0 ? "from the beginning" : `from ${subject.updateText(at)} on`;
      const count = Math.abs(lag) / (unit === "epoch" ? perEpoch : 1);
      const way = lag > 0 ? "behind" : "ahead of";
      return {
        text: `${from} the schedule is ${countText(count, unit)} ${way} the run`,
        numbers: { lag, at },
      };
    }
  },
};
