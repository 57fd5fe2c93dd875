import type { Case } from "../causeOf.ts";
import type { Cause } from "../difference.ts";
import { explains } from "../explains.ts";

/** A curve takes one step less, or more, to its end. */
export function ended(one: Case): Cause | undefined {
  const { curves, names, first, last } = one;
  const [a, b] = curves;
  // A single step may be a change of level that comes later, which every stretched curve would give.
  if (first === last) return undefined;
  const starts = [...a.seams.filter((seam) => seam <= first).slice(-3), 0, first - 1, first];
  const ends = [...[...a.seams, ...b.seams].filter((seam) => seam >= last).slice(0, 4), last, last + 1];
  for (const by of [-1, 1]) {
    for (const start of new Set(starts)) {
      for (const end of new Set(ends.flatMap((step) => [step, step - by]))) {
        const own = end + by;
        if (!(own > start && end > start && start >= 0 && last <= Math.max(end, own))) continue;
        const slower = (end - start) / (own - start);
        const other = (step: number) => {
          if (step <= start) return a.values[step] as number;
          return a.at(step < own ? start + (step - start) * slower : Math.max(step, end));
        };
        if (!explains(one, other, first, last + 1)) continue;
        const counts = `${end - start} in ${names[0]}, ${own - start} in ${names[1]}`;
        return {
          name: "end",
          text: `the curve from step ${start} takes T steps to its end in one, T - 1 in the other: ${counts}`,
        };
      }
    }
  }
  return undefined;
}
