import { format } from "../../format.ts";
import type { Rule, Told } from "../rule.ts";
import { isRamp, percent } from "../subject.ts";

/** What follows from it. */
const EXPLAINS = ["AN009", "AN016"];

/**
 * Speaks when a curve of the rate starts from the base rate, or from where a warm-up ended, and its absolute end is above
 * that; and when the floor of a clamp is above every value of its plan. Not of a warm-up, not of an end that is itself
 * relative to the base rate ("4x").
 */
export const floorAboveStart: Rule = {
  code: "AN010",
  title: "the floor is above the start",
  find(subject) {
    const { segments, run, plan: root, pieces, key } = subject;
    if (key !== "lr") return [];
    const curves = segments.flatMap((segment): readonly Told[] => {
      const { plan, path, start, inside, followed } = segment;
      const curved = isRamp(segment) || plan.kind === "cosineWave" || plan.kind === "exponential";
      const { from: text, to: floor } = plan as { readonly from?: unknown; readonly to?: unknown };
      const [from, to] = subject.levels(segment);
      const before = segments.some((one) => one.start < start && subject.goes("down", one));
      const fromBase = text === "last" ? !before : typeof text === "string" || (from === run.base && from > 0);
      if (!curved || inside[0] || !fromBase || typeof floor !== "number" || !(to > from) || (start === 0 && followed)) {
        return [];
      }
      return [
        {
          explains: EXPLAINS,
          severity: "warning",
          path: `${path}.to`,
          step: start,
          text: `it starts at ${format(from)} and ends at ${format(to)}: the "decay" raises the rate${from > 0 ? ` to ${percent(to / from)}` : ""}`,
          mend: `end below ${format(from)}, or with a share of the base rate, such as "0.1x"`,
        },
      ];
    });
    if (root.kind !== "clamp" || pieces.length === 0) return curves;
    const { least, greatest } = subject.extremes;
    const inner = segments[0];
    const changes = inner && inner.plan.kind !== "constant";
    if (!(least === greatest && changes && root.min !== undefined && root.min !== 0)) return curves;
    if (root.max !== undefined) return curves;
    const text = `the floor ${format(least)} is above all that is under it: the value never leaves it`;
    return [...curves, { severity: "warning", path: "min", text, mend: "lower the floor below the plan's start" }];
  },
};
