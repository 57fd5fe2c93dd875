import type { Signature } from "../hypothesis.ts";
import { faster } from "../moved.ts";

/** Two calls of step() for each update, such as one of the loop and one of the trainer. */
export const steppedTwice: Signature = {
  name: "steppedTwice",
  title: "stepped twice for each update",
  severity: "error",
  mend: "leave one of the two calls of scheduler.step() out; a trainer or wrapper often has one of its own",
  find(subject) {
    const text = "the schedule went two steps with each update";
    return faster(subject, 2, { cost: 1.2, text, numbers: { factor: 2 } });
  },
};
