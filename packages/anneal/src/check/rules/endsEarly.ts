import { format } from "../../format.ts";
import type { Rule } from "../rule.ts";
import { percent } from "../subject.ts";
import { falls, isEndless } from "./falls.ts";

/** How much of the run may be left after the decay. */
const TAIL = 0.1;

/**
 * Speaks when the last part of the plan is a ramp that goes down and ends by itself more than a tenth of the run before
 * the run does. A level that is held on purpose, as a part of its own, is no mistake, and neither are milestones.
 */
export const endsEarly: Rule = {
  code: "AN002",
  title: "the decay ends before the run",
  find(subject) {
    const { updates = 0, segments } = subject;
    const last = falls(subject).filter(({ followed }) => !followed);
    const end = Math.max(...last.map(({ natural }) => natural));
    const changes = segments.flatMap(({ fields: { at = [] }, origin }) => (at as number[]).map((one) => origin + one));
    const tail = (updates - end) / updates;
    if (isEndless(subject) || changes.some((at) => at > end && at < updates)) return [];
    return last.flatMap(({ natural, path }) => {
      if (natural !== end || !(tail > TAIL && tail <= 1)) return [];
      const held = subject.at(updates - 1);
      return {
        severity: "warning" as const,
        path,
        step: Math.ceil(end),
        text: `the decay ends after ${subject.count(end)}, and the last ${percent(tail)} of the run stay at ${format(held)}`,
        mend: `let it take the "rest" of the run, or make what is held after it a part of its own`,
      };
    });
  },
};
