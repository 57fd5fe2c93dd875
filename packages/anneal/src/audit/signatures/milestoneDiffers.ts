import { format } from "../../format.ts";
import { rateText } from "../evidence.ts";
import type { Hypothesis, Signature } from "../hypothesis.ts";
import type { Subject } from "../subject.ts";

/** The share of the rows that may have the rate of no part. */
const STRANGE = 0.01;

/** Between parts that hold one rate, the step from one to the next comes at another time. */
export const milestoneDiffers: Signature = {
  name: "milestoneDiffers",
  title: "a milestone at another time",
  severity: "error",
  mend: "compare the milestones with those of the run's own configuration, and the unit that they count",
  find(subject) {
    const { held, likelyShifts } = subject;
    return held.length > 0 ? likelyShifts.flatMap((shift) => guess(subject, shift)) : [];
  },
};

/** The rows with each step where its first row is, if nothing else is wrong with them. */
function guess(subject: Subject, shift: number): readonly Hypothesis[] {
  const { seams, held, unit } = subject;
  const { length } = subject.logged.updates;
  const found: number[] = [];
  let [last, strange] = [-1, 0];
  const isPart = (row: number, part: number, position: number) =>
    subject.isRate(row, held[part] ?? (position < (seams[part] ?? 1 / 0) ? subject.at(position) : Number.NaN));
  for (let row = 0; row < length; row++) {
    const position = subject.position(subject.update(row) + shift);
    let part = found.length;
    while (part < held.length && !isPart(row, part, position)) part++;
    if (part === held.length) {
      if (++strange > STRANGE * length) return [];
      continue;
    }
    while (found.length < part) {
      const seam = seams[found.length] as number;
      found.push(seam > last && seam <= position ? seam : position);
    }
    last = position;
  }
  for (const seam of seams.slice(found.length)) found.push(seam > last ? seam : 1 / 0);
  const moved = seams.flatMap((seam, i) => (found[i] === seam ? [] : [i]));
  const [first] = moved;
  const isHeld = moved.every((i) => held[i] !== undefined && held[i + 1] !== undefined);
  // All of them earlier or later, or all of them stretched, is something else.
  const by = (of: (seam: number, own: number) => number) =>
    new Set(moved.map((i) => of(seams[i] as number, found[i] as number))).size;
  const isOne =
    moved.length > 1 && (by((seam, own) => own - Math.ceil(seam)) === 1 || by((seam, own) => own / seam) === 1);
  if (first === undefined || !isHeld || isOne) return [];
  const at = (update: number) => {
    const position = subject.position(update);
    const part = found.findIndex((seam) => position < seam);
    return held.at(part) ?? subject.at(position);
  };
  const [own, seam, rate] = [found[first] as number, seams[first] as number, rateText(held[first + 1] as number)];
  const text =
    own === 1 / 0
      ? `the rate never becomes ${rate}, which was planned for ${unit} ${format(seam)}`
      : `the rate becomes ${rate} at ${unit} ${format(own)} instead of ${format(seam)}`;
  const more = moved.length > 1 ? `${moved.length - 1} more of its milestones moved` : "";
  const numbers = { at: own, planned: seam, moved: moved.length };
  return [
    { cost: 1 + 1.5 * moved.length, text: [text, more].filter(Boolean).join("; "), numbers, shifts: [shift], at },
  ];
}
