import { format } from "../../format.ts";
import type { Signature } from "../hypothesis.ts";
import { atEach, faster } from "../moved.ts";

/** A schedule that counts epochs is stepped with every batch. */
export const steppedPerBatch: Signature = {
  name: "steppedPerBatch",
  title: "a schedule of epochs, stepped per batch",
  severity: "error",
  mend: "call scheduler.step() once after each epoch, or state the schedule's times in updates",
  find(subject) {
    const { perEpoch = 1, unit } = subject;
    if (perEpoch <= 1) return [];
    const text = `the schedule went a whole epoch with each update: ${format(perEpoch)} times as far as planned`;
    const told = { cost: 1, text, numbers: { factor: perEpoch } };
    if (unit !== "epoch") return faster(subject, perEpoch, told);
    const both = "the schedule went a step with each update and one more with each epoch";
    const more = { cost: 1.4, text: `${both}: ${format(perEpoch + 1)} in an epoch`, numbers: { factor: perEpoch + 1 } };
    return [
      ...atEach(subject, (update) => update, told),
      ...atEach(subject, (update) => update + Math.floor(update / perEpoch + 1e-9), more),
    ];
  },
};
