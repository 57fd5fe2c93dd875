import type { Rule, Told } from "../rule.ts";
import { isRamp } from "../subject.ts";

/** What follows from it. */
const EXPLAINS = ["AN009"];
/** So many steps are a convention of counting. */
const FEW = 2;

/**
 * Speaks of milestones that the run ends before, of the last part that it sees; and of parts that change the rate and
 * would begin more than two steps after the run, when the part before is no ramp. One milestone exactly at the end of the run is to be known.
 */
export const neverComes: Rule = {
  code: "AN004",
  title: "a change never comes",
  find(subject) {
    const { updates = 1 / 0, segments } = subject;
    return segments.flatMap((segment, i): readonly Told[] => {
      const { plan, origin, start, path, fields } = segment;
      const before = segments[i - 1];
      const ends = `the run has ${subject.count(updates)}`;
      if (plan.kind === "piecewise" && start < updates) {
        const at = (fields.at as number[]).map((one) => origin + one);
        const first = at.findIndex((one) => one >= updates);
        const never = first < 0 ? [] : at.slice(first);
        if (never.length === 0) return [];
        return [
          {
            explains: EXPLAINS,
            severity: never[0] === updates && never.length === 1 ? "info" : "warning",
            path: `${path}.at[${first}]`,
            step: never[0] as number,
            text: `${never.length === 1 ? "the change" : `${never.length} changes`} at ${listed(never)} ${never.length === 1 ? "is" : "are"} never reached: ${ends}`,
            mend: 'move it into the run, or leave it out; a number is steps, and epochs are written as text: "30 epochs"',
          },
        ];
      }
      const waits = before && start === before.end && !isRamp(before) && before.start < updates;
      if (!(start > updates + FEW) || plan.kind === "constant" || !waits) return [];
      const text = `this part would begin at step ${start}, and ${ends}`;
      return [{ severity: "warning", path, step: start, text, mend: "let the parts before it end within the run" }];
    });
  },
};

/** The first few of them. */
function listed(steps: readonly number[]): string {
  return `${steps.slice(0, 3).join(", ")}${steps.length > 3 ? ", …" : ""}`;
}
