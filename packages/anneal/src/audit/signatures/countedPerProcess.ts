import type { Signature } from "../hypothesis.ts";
import { otherTotals } from "../otherTotals.ts";

/** The plan's times are those of one process's steps, or of all processes', and the updates are counted otherwise. */
export const countedPerProcess: Signature = {
  name: "countedPerProcess",
  title: "the total is counted per process",
  severity: "error",
  mend: "count the total in optimizer updates: samples / (batch × processes × micro-batches) × epochs",
  find: (subject) => otherTotals(subject, subject.options.processes ?? 1, "processes"),
};
