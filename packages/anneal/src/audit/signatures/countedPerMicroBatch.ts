import type { Signature } from "../hypothesis.ts";
import { otherTotals } from "../otherTotals.ts";

/** The plan's times are in micro-batches, or divided by them twice. */
export const countedPerMicroBatch: Signature = {
  name: "countedPerMicroBatch",
  title: "the total is counted in micro-batches",
  severity: "error",
  mend: "divide the number of batches by the micro-batches of an update, once: ceil(len(loader) / accumulation) × epochs",
  find: (subject) => otherTotals(subject, subject.options.accumulate ?? 1, "micro-batches"),
};
