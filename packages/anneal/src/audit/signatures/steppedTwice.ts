import type { Signature } from "../hypothesis.ts";
import { atEach, faster } from "../moved.ts";

/** Two calls of step() for each update, such as one of the loop and one of the trainer. */
export const steppedTwice: Signature = {
  name: "steppedTwice",
  title: "stepped twice for each update",
  severity: "error",
  mend: "leave one of the two calls of scheduler.step() out; a trainer or wrapper often has one of its own",
  find(subject) {
    const text = `the schedule went two steps with each ${subject.unit}`;
    const twice = faster(subject, 2, { cost: 1.2, text, numbers: { factor: 2 } });
    const { perEpoch = 1, unit } = subject;
    if (unit === "epoch" || perEpoch <= 1) return twice;
    const told = { cost: 1.5, text: "the schedule went a step with each update and one more with each epoch" };
    const position = (update: number) => update + Math.floor(update / perEpoch + 1e-9);
    return [...twice, ...atEach(subject, position, { ...told, numbers: { factor: 1 + 1 / perEpoch } })];
  },
};
