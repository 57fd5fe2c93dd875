import { rateText } from "../evidence.ts";
import type { Signature } from "../hypothesis.ts";

/** The rate never changes. */
export const neverScheduled: Signature = {
  name: "neverScheduled",
  title: "never scheduled",
  severity: "error",
  mend: "call scheduler.step(), on the scheduler of the optimizer that trains; after a resume or a wrapper there may be two",
  find(subject) {
    const { rates } = subject.logged;
    const sorted = rates.slice().sort();
    const median = sorted[rates.length >> 1] as number;
    const { base } = subject.run;
    const first = subject.plain(0);
    const isSame = (rate: number | undefined) => rate !== undefined && Math.abs(rate - median) <= 1e-6 * Math.abs(rate);
    const name = isSame(base) ? "its base rate" : isSame(first) ? "the plan's first rate" : "one rate";
    const value = isSame(base) ? (base as number) : isSame(first) ? first : median;
    const text = `all rows have ${name}, ${rateText(value)}`;
    return [{ cost: name === "one rate" ? 1.5 : 0.5, text, numbers: { rate: value }, at: () => value, shifts: [0] }];
  },
};
