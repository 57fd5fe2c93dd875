import { format } from "../../format.ts";
import type { Signature } from "../hypothesis.ts";
import { FACTORS, knownFactors, moved } from "../moved.ts";

/** One step of the schedule for several updates. */
export const steppedTooSeldom: Signature = {
  name: "steppedTooSeldom",
  title: "stepped only every few updates",
  severity: "error",
  mend: "step with every update; where the log itself counts micro-batches, nothing is wrong but its clock",
  general: true,
  find(subject) {
    const known = knownFactors(subject);
    known.delete(subject.perEpoch ?? 0);
    return [...new Set([...known, ...FACTORS])].map((factor) => {
      const text = `the schedule went one step with every ${format(factor)} updates`;
      const told = { cost: known.has(factor) ? 1.5 : 2.2, text, numbers: { factor: 1 / factor } };
      return moved(subject, (update) => Math.floor(subject.position(update) / factor), told);
    });
  },
};
