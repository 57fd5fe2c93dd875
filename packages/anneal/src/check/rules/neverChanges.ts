import { format } from "../../format.ts";
import type { Rule } from "../rule.ts";

/**
 * Speaks when every update of the run, of two at least, has the same value although a part of the plan that takes time within the run is
 * there to change it, such as a ramp between two equal levels or a factor of 1.
 */
export const neverChanges: Rule = {
  code: "AN009",
  title: "the rate never changes",
  find(subject) {
    const { updates, seen, segments, pieces } = subject;
    const changing = segments.find(({ plan, origin, start, end, natural, fields }) => {
      if (plan.kind === "constant" || start >= Math.min(end, seen - 1)) return false;
      return plan.kind === "piecewise" ? origin + ((fields.at as number[])[0] ?? 1 / 0) < seen : natural > start;
    });
    if (!changing || pieces.length === 0 || !(Number(updates) >= 2)) return [];
    const { least, greatest } = subject.extremes;
    if (least !== greatest) return [];
    return [
      {
        severity: "warning",
        path: changing.path,
        text: `the value is ${format(least)} on every update, although this is there to change it`,
        mend: "give it two different levels or a factor other than 1, or write constant({ value })",
      },
    ];
  },
};
