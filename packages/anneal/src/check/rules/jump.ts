import { format } from "../../format.ts";
import type { Rule, Told } from "../rule.ts";
import { isRamp, percent } from "../subject.ts";

/** A jump that is no larger is rounding or a convention, and one that is no larger than the second is to be known. */
const [NOTHING, LITTLE] = [0.01, 0.2] as const;

/**
 * Speaks when a ramp or another curve, not a level that is held, ends at a level from which the next part of its
 * sequence does not go on: by more than 1 %, and twice what the rate changes in a step beside the seam. Not of a
 * restart, which begins higher than a decay ended, and not of a milestone at the seam.
 */
export const jump: Rule = {
  code: "AN008",
  title: "the rate jumps at a seam",
  find(subject) {
    const { segments, seen, pieces } = subject;
    if (pieces.length === 0) return [];
    return segments.flatMap((segment, i): readonly Told[] => {
      const { end, start, inside, plan } = segment;
      const next = segments[i + 1];
      const held =
        plan.kind === "constant" || plan.kind === "piecewise" || plan.kind === "repeat" || plan.kind === "custom";
      if (!next || next.start !== end || inside[0] || next.inside[0] || held || !(end < seen && end > start)) return [];
      const [before, after] = [subject.at(end, true), subject.at(end)];
      const change = Math.abs(after - before);
      const share = change / Math.max(before, after);
      const beside = Math.max(Math.abs(before - subject.at(end - 1)), Math.abs(after - subject.at(end + 1)));
      const milestone = ((next.fields.at as number[] | undefined) ?? []).some((at) => next.origin + at === end);
      const restart = after > before && subject.at(start) > before;
      if (milestone || restart || !(share > NOTHING) || change <= 2 * beside) return [];
      const way = after > before ? "up" : "down";
      const meanwhile = isRamp(next) && next.origin < end ? ", because its clock has run meanwhile" : "";
      return [
        {
          severity: share > LITTLE ? "warning" : "info",
          path: next.path,
          step: end,
          text: `at step ${format(end)} the rate jumps ${way} by ${percent(share)}, from ${format(before)} to ${format(after)}${meanwhile}`,
          mend: `let this part begin from "last", or the one before it end at ${format(after)}`,
        },
      ];
    });
  },
};
