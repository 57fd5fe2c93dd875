import type { Rule, Told } from "../rule.ts";
import { isRamp } from "../subject.ts";

/**
 * Speaks of milestones at or after the run's last update, or after the end of the part that they stand in; and of parts
 * that change the rate and would begin after the run, when the part before is no ramp. A milestone at the very end of
 * the run is only to be known.
 */
export const neverComes: Rule = {
  code: "AN004",
  title: "a change never comes",
  explains: ["AN009"],
  find(subject) {
    const { updates = 1 / 0, segments } = subject;
    return segments.flatMap((segment, i): readonly Told[] => {
      const { plan, origin, start, end, path, fields } = segment;
      const before = segments[i - 1];
      const last = Math.min(updates, end);
      const ends = updates <= end ? `the run has ${subject.count(updates)}` : `its part ends at step ${end}`;
      if (plan.kind === "piecewise" && start < updates) {
        const at = (fields.at as number[]).map((one) => origin + one);
        const first = at.findIndex((one) => one >= last);
        const never = first < 0 ? [] : at.slice(first);
        if (never.length === 0) return [];
        return [
          {
            severity: never[0] === updates && never.length === 1 ? "info" : "warning",
            path: `${path}.at[${first}]`,
            step: never[0] as number,
            text: `${never.length === 1 ? "the change" : `${never.length} changes`} at ${listed(never)} ${never.length === 1 ? "is" : "are"} never reached: ${ends}`,
            mend: 'move it into the run, or leave it out; a number is steps, and epochs are written as text: "30 epochs"',
          },
        ];
      }
      const waits = before && start === before.end && !isRamp(before) && before.start < updates;
      if (!(start > updates) || plan.kind === "constant" || !waits) return [];
      const text = `this part would begin at step ${start}, and ${ends}`;
      return [{ severity: "warning", path, step: start, text, mend: "let the parts before it end within the run" }];
    });
  },
};

/** The first few of them. */
function listed(steps: readonly number[]): string {
  return `${steps.slice(0, 3).join(", ")}${steps.length > 3 ? ", …" : ""}`;
}
