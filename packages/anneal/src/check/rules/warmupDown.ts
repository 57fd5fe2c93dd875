import { format } from "../../format.ts";
import type { Rule, Told } from "../rule.ts";
import { isRamp } from "../subject.ts";

/**
 * Speaks when the plan's first part, after which another comes, goes down to the base rate, or holds a level above the
 * base rate at which the next part begins.
 */
export const warmupDown: Rule = {
  code: "AN011",
  title: "the warm-up goes down",
  find(subject) {
    const { segments, run, pieces } = subject;
    const [first, next] = segments;
    if (!first || !next || !first.followed || first.start !== 0 || first.inside[0] || pieces.length === 0) return [];
    const ends = Math.min(first.natural, first.end);
    const [from, to] = subject.levels(first);
    const held = first.plan.kind === "constant";
    const reached = held ? subject.at(ends) : to;
    if (!(isRamp(first) || held) || !(from > reached && ends > 0 && reached === run.base)) return [];
    return [
      {
        severity: "warning",
        path: first.path,
        step: 0,
        text: `the warm-up begins at ${format(from)}, above the base rate ${format(reached)} at which it ends`,
        mend: `begin below ${format(reached)}, with a share of it such as "0.1x"`,
      } satisfies Told,
    ];
  },
};
