import { format } from "../../format.ts";
import type { Rule, Told } from "../rule.ts";
import { percent } from "../subject.ts";

/** So much of the run at its start or end is to be known, or as a few updates at its start a warning. */
const LITTLE = 0.01;
/** More than this at the end is no mistake in a number, but in what is counted. */
const MOST = 0.5;

/**
 * Speaks when the rate is exactly 0 on an update of the run: on the first one (to be known, and a warning where a step
 * is an epoch), on more at the start (an error, but for two of them or a hundredth of the run), on several at the end (a
 * warning; to be known up to a hundredth of the run, and an error beyond half), on several in a row elsewhere (a
 * warning), or on all (an error, unless the base rate itself is 0). Not on a single one elsewhere, where a decay arrives
 * at 0.
 */
export const zeroRate: Rule = {
  code: "AN006",
  title: "the rate is 0 on an update",
  find(subject) {
    const { updates, seen, segments, options } = subject;
    if (subject.key !== "lr" || subject.pieces.length === 0) return [];
    const known = updates ?? 1 / 0;
    return subject.extremes.zeros.flatMap(([from, to]): readonly Told[] => {
      const many = to - from;
      const path = segments.findLast(({ start, end }) => start <= from && from < end)?.path ?? "";
      // Only a rate that is 0 to the end is what a decay that ends early leaves.
      const explains = to >= seen ? ["AN002", "AN009"] : ["AN009"];
      const told = (severity: Told["severity"], text: string, mend: string) => [
        { severity, path, step: from, text, mend, explains },
      ];
      if (from === 0 && to >= seen) {
        if (updates === undefined && many > 1 && segments.some(({ natural }) => natural > seen)) return [];
        return told(
          subject.run.base === 0 ? "info" : "error",
          "the rate is 0 on every update: nothing is trained",
          "give the plan a level above 0, or the optimizer a base rate",
        );
      }
      if (from === 0 && many === 1) {
        const severity = options.unit === "epoch" ? "warning" : "info";
        const text = `the rate of the first ${options.unit ?? "update"} is 0: it changes nothing`;
        return told(severity, text, "start from a level above 0, or count updates from 1 (first: 1)");
      }
      if (from === 0) {
        return told(
          many > Math.max(2, LITTLE * seen) ? "error" : "warning",
          `the rate is 0 on the first ${subject.count(many)}, which change nothing`,
          "start from a level above 0",
        );
      }
      if (many < 2) return [];
      if (to >= known) {
        return told(
          many > MOST * known ? "error" : many > LITTLE * known ? "warning" : "info",
          `the rate is 0 on the last ${subject.count(many)}, ${percent(many / known)} of the run, which change nothing`,
          `decay over the "rest" of the run, or to a floor above 0`,
        );
      }
      if (to >= seen) return [];
      const text = `the rate is 0 on ${subject.count(many)} from step ${format(from)} on, which change nothing`;
      return told("warning", text, "hold a level above 0");
    });
  },
};
