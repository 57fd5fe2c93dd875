import { countText } from "../countText.ts";
import type { Signature } from "../hypothesis.ts";
import { lagsFrom } from "../lagsFrom.ts";
import { atEach } from "../moved.ts";

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
    const { updates } = subject.logged;
    if (row >= updates.length) return [];
    const { unit, perEpoch = 1 } = subject;
    const least = unit === "epoch" ? perEpoch : LEAST;
    const span = (unit === "epoch" ? perEpoch : 1) * subject.total;
    const isFirst = row === 0;
    const ranges = [lagsFrom(subject, row, -span, -least), lagsFrom(subject, row, least, bad)];
    return ranges.flat().flatMap(({ lag }) => {
      const way = lag > 0 ? "behind" : "ahead of";
      const from = isFirst ? "from the beginning" : `from ${subject.updateText(bad)} on`;
      // As far behind as the run had come is a restart, but for a coincidence.
      const isStart = lag >= good - 1;
      const coincidence = isStart ? Math.log2(span / (bad - Math.max(good, 0))) : 0;
      return atEach(subject, (k) => subject.position(isFirst || k - shift >= bad ? k - shift - lag : k), {
        cost: (isFirst ? 2.5 : 3) + coincidence,
        text: `${from} the schedule is ${countText(Math.abs(lag), "update")} ${way} the run`,
        numbers: { lag, at: isFirst ? 0 : bad },
        shifts: [shift],
      });
    });
  },
};
