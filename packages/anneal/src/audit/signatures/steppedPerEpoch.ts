import { format } from "../../format.ts";
import type { Signature } from "../hypothesis.ts";
import { moved } from "../moved.ts";

/** A schedule that counts updates is stepped once per epoch, and hardly moves. */
export const steppedPerEpoch: Signature = {
  name: "steppedPerEpoch",
  title: "a schedule of updates, stepped per epoch",
  severity: "error",
  mend: "call scheduler.step() after every update, or state the schedule's times in epochs",
  find(subject) {
    const { perEpoch = 1, unit } = subject;
    if (unit === "epoch" || perEpoch <= 1) return [];
    const text = `the schedule went one step with each epoch of ${format(perEpoch)} updates`;
    const told = { cost: 1, text, numbers: { factor: 1 / perEpoch } };
    return [moved(subject, (update) => Math.floor(update / perEpoch + 1e-9), told)];
  },
};
