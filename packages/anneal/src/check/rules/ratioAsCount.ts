import { format } from "../../format.ts";
import { readQuantity } from "../../units.ts";
import type { Rule, Told } from "../rule.ts";
import { percent } from "../subject.ts";

/** In a run, or a plan, of fewer steps a share is often less than one. */
const SHORT = 20;

/**
 * Speaks of a warm-up, which is a first part that climbs or is held and after which another comes, or a factor that
 * climbs to 1: when it takes less than one step and is written as a plain number or in steps (an error), or as a share
 * of the run (to be known). Not where a step is an epoch, or the plan or the run have fewer than twenty.
 */
export const ratioAsCount: Rule = {
  code: "AN013",
  title: "a ratio is given as a count",
  find(subject) {
    const { segments, updates = 0, run, seen, options } = subject;
    if (options.unit === "epoch" || seen < SHORT) return [];
    return segments.flatMap((segment): readonly Told[] => {
      const { plan, start, path, followed, inside } = segment;
      const over = "over" in plan ? plan.over : undefined;
      const { count, unit } = readQuantity(over);
      const steps = segment.natural - segment.origin;
      const [, to] = subject.levels(segment);
      const warms = subject.goes("up", segment) || plan.kind === "constant";
      const factor = inside.includes("product") && to === 1;
      if (start > 0 || !warms || !(followed || factor) || !(steps > 0 && steps < 1 && count > 0)) return [];
      const given = { severity: "error" as const, path: `${path}.over`, step: 0 };
      if (unit === "" || unit === "step") {
        const share = run.steps === undefined ? "" : `, ${format(count * run.steps)} of ${format(run.steps)} updates`;
        return [
          {
            ...given,
            text: `the warm-up takes ${format(count)} of one step: there is none`,
            mend: `as a share of the run it is "${format(100 * count)}%"${share}`,
          },
        ];
      }
      if (unit !== "%" || updates < SHORT) return [];
      const text = `${percent(count / 100)} of ${subject.count(updates)} is less than one: there is no warm-up`;
      return [{ ...given, severity: "info", text, mend: "give it as a number of steps" }];
    });
  },
};
