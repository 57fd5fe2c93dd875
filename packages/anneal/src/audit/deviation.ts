import type { Subject } from "./subject.ts";
import type { Deviation } from "./verdict.ts";

/** The row of a log that is furthest from what is expected, as a share of the largest rate or of its own. */
export function deviationFrom(
  subject: Subject,
  steps: Float64Array,
  expectedAt: (update: number) => number,
  shift = 0,
): Deviation {
  let [worst, most] = [0, -1];
  for (let row = 0; row < steps.length; row++) {
    const off = Math.abs(subject.rate(row) - expectedAt(subject.update(row) + shift));
    // A value that is no number is further off than any.
    if (off > most || Number.isNaN(off)) [worst, most] = [row, Number.isNaN(off) ? 1 / 0 : off];
  }
  const [logged, expected] = [subject.rate(worst), expectedAt(subject.update(worst) + shift)];
  const absolute = Math.abs(logged - expected);
  const relative = absolute === 0 ? 0 : absolute / Math.abs(expected);
  return { absolute, relative, step: steps[worst] as number, logged, expected };
}
