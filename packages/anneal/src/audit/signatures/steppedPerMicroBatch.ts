import { format } from "../../format.ts";
import type { Signature } from "../hypothesis.ts";
import { faster } from "../moved.ts";

/** The schedule is stepped with every micro-batch, and the optimizer once for all of them. */
export const steppedPerMicroBatch: Signature = {
  name: "steppedPerMicroBatch",
  title: "stepped once for each micro-batch",
  severity: "error",
  mend: "call scheduler.step() only where optimizer.step() is called, or count the total in micro-batches",
  find(subject) {
    const { accumulate = 1 } = subject.options;
    if (accumulate < 2) return [];
    const text = `the schedule went ${format(accumulate)} steps with each ${subject.unit}, as many as it has micro-batches`;
    const told = { cost: 1, text, numbers: { factor: accumulate } };
    return faster(subject, accumulate, told);
  },
};
