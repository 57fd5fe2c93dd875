import { format } from "../../format.ts";
import type { Rule } from "../rule.ts";
import { withoutRest } from "./withoutRest.ts";

/** What follows from it. */
const EXPLAINS = ["AN002", "AN003", "AN004", "AN009"];

/**
 * Speaks when the plan begins with a climb, or with a level that is held and below what follows, that another part comes
 * after, and that does not end before the run does; or when a factor that climbs to 1 does not.
 */
export const warmupPastEnd: Rule = {
  code: "AN001",
  title: "the warm-up does not end within the run",
  find(subject) {
    const { updates = 1 / 0, segments } = subject;
    return segments.flatMap((segment) => {
      const { start, end, natural, inside, path, followed, plan } = segment;
      const ends = Math.min(end, natural);
      const [, to] = subject.levels(segment);
      const factor = inside.includes("product") && to === 1;
      const held = plan.kind === "constant" && inside.length === 0 && ends < 1 / 0 && subject.at(ends) > to;
      const warms = subject.goes("up", segment) || held;
      if (start > 0 || !warms || !(followed || factor) || !(ends >= updates && ends < 1 / 0)) return [];
      const reached = inside[0] || !subject.pieces[0] ? "" : `: it ends at ${format(subject.at(updates - 1))}`;
      const text = `the warm-up takes ${subject.count(ends)} and the run has ${subject.count(updates)}${reached}`;
      return [
        {
          explains: EXPLAINS,
          refused: withoutRest(subject),
          severity: factor && !followed ? "warning" : "error",
          path,
          step: updates - 1,
          text,
          mend: `warm up for fewer than ${subject.count(updates)}, such as "5%" of the run, or count the run's steps anew`,
        },
      ];
    });
  },
};
