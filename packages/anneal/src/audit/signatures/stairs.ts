import { format } from "../../format.ts";
import type { Signature } from "../hypothesis.ts";
import { moved } from "../moved.ts";
import type { Subject } from "../subject.ts";

/** The plan's values, but each is held for many updates. */
export const stairs: Signature = {
  name: "stairs",
  title: "stairs where a ramp was planned",
  severity: "warning",
  mend: "set the rate at every update: read the schedule with the update's number, or a fractional epoch",
  ramp: true,
  find(subject) {
    if (subject.unit === "epoch") return [];
    const { perEpoch = 1 } = subject;
    // What is planned in stairs is held for as long as its milestones are apart.
    const held = subject.isStairs ? undefined : heldFor(subject);
    const lengths = new Set([perEpoch, ...(held ? [held] : [])].filter((length) => length > 1));
    return [...lengths].flatMap((length) => {
      const what = length === perEpoch ? `an epoch of ${format(length)} updates` : `${format(length)} updates`;
      const told = { cost: length === perEpoch ? 1 : 2, numbers: { length } };
      // Held is the value of the first update, of the last one, or of the next stair's first.
      return [0, length - 1, length].map((of) =>
        moved(subject, (update) => length * Math.floor(update / length + 1e-9) + of, {
          ...told,
          text: `each value is held for ${what}`,
        }),
      );
    });
  },
};

/** For how many updates the log holds its rates; undefined where it does not, or has too few rows to tell. */
function heldFor({ logged: { updates, rates } }: Subject): number | undefined {
  const changes: number[] = [];
  let same = 0;
  for (let row = 1; row < updates.length && changes.length < 4096; row++) {
    if (rates[row] === rates[row - 1]) same++;
    else changes.push(updates[row] as number);
  }
  if (changes.length < 3 || same < 2 * changes.length) return undefined;
  const lengths = changes.slice(1).map((change, i) => change - (changes[i] as number));
  return lengths.sort((a, b) => a - b)[lengths.length >> 1];
}
