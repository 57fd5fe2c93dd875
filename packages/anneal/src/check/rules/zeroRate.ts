import { format } from "../../format.ts";
import type { Rule, Told } from "../rule.ts";
import { percent } from "../subject.ts";

/** A tail of zeros that is no more than this share of the run is told, and is no error. */
const TAIL = 0.01;

/**
 * Speaks when the rate is exactly 0 on an update of the run: on the first one (to be known: it is wasted), on more of
 * them at the start or at the end (an error, but for a last hundredth of the run), on several in a row elsewhere, or on
 * all. Not on a single one elsewhere or at the end, where a decay arrives at 0. Where a step is an epoch, the first
 * one is a warning.
 */
export const zeroRate: Rule = {
  code: "AN006",
  title: "the rate is 0 on an update",
  explains: ["AN009"],
  find(subject) {
    const { updates, seen, segments, options } = subject;
    if (subject.key !== "lr" || subject.pieces.length === 0) return [];
    const known = updates ?? 1 / 0;
    return subject.extremes.zeros.flatMap(([from, to]): readonly Told[] => {
      const many = to - from;
      const path = segments.findLast(({ start, end }) => start <= from && from < end)?.path ?? "";
      const told = (severity: Told["severity"], text: string, mend: string) => [
        { severity, path, step: from, text, mend },
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
          "error",
          `the rate is 0 on the first ${subject.count(many)}, which change nothing`,
          "start from a level above 0",
        );
      }
      if (many < 2) return [];
      if (to >= known) {
        return told(
          many > TAIL * known ? "error" : "info",
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
