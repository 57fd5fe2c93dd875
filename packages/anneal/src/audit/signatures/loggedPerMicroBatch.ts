import { format } from "../../format.ts";
import type { Signature } from "../hypothesis.ts";
import { moved } from "../moved.ts";

/** How much longer than planned a log is that counts something else, and how much longer than all micro-batches it may be. */
const [LONGER, LONGEST] = [1.25, 1.02] as const;

/** The log counts micro-batches, of which an update has several: it goes on far beyond the plan's last update. */
export const loggedPerMicroBatch: Signature = {
  name: "loggedPerMicroBatch",
  title: "the log counts micro-batches",
  severity: "info",
  mend: "nothing where it is so; a log of the optimizer's updates needs none of this",
  find(subject) {
    const { planned, last, perEpoch = 1, unit, options } = subject;
    const { accumulate = 1 } = options;
    if (accumulate < 2 || planned === undefined) return [];
    const updates = planned * (unit === "epoch" ? perEpoch : 1);
    if (last < LONGER * updates || last > LONGEST * accumulate * updates) return [];
    const text = `the log counts micro-batches, ${format(accumulate)} of them an update: it goes on to ${subject.updateText(last)} of ${format(updates)}; were they updates, the schedule would be stepped with every ${format(accumulate)}th`;
    const position = (row: number) => subject.position(Math.floor(row / accumulate));
    return [moved(subject, position, { cost: 1, text, numbers: { factor: 1 / accumulate } })];
  },
};
