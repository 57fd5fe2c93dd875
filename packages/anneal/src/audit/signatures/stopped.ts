import { rateText } from "../evidence.ts";
import type { Signature } from "../hypothesis.ts";

/** From an update on the rate stays as it is. */
export const stopped: Signature = {
  name: "stopped",
  title: "the schedule stopped",
  severity: "error",
  mend: "see what happened at that update: a resume without the scheduler, an error that was caught, or a total that was reached",
  find(subject) {
    const { before, logged } = subject;
    const { rates, updates } = logged;
    // From the first row of the last stretch that has one rate.
    let row = rates.length - 1;
    while (row > 0 && Math.abs((rates[row - 1] as number) - (rates.at(-1) as number)) <= subject.tolerance(row)) row--;
    if (row === 0 || row === rates.length - 1 || before.row < 1) return [];
    const [at, rate] = [updates[row] as number, rates.at(-1) as number];
    const text = `from ${subject.updateText(at)} on the rate stays at ${rateText(rate)}`;
    return [
      {
        cost: 2,
        text,
        numbers: { at, rate },
        at: (update) => (update - before.shift < at ? subject.plain(update) : rate),
        shifts: [before.shift],
      },
    ];
  },
};
