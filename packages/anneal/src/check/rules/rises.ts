import { format } from "../../format.ts";
import type { Rule, Told } from "../rule.ts";

/**
 * Speaks when a cosine wave that went down is on its way up when the run ends, in its first period; when a milestone's
 * level is above the one before, after an earlier one was below; and when an exponential whose factor is above 1 is the
 * last part of the plan and at least doubles. Cycles, restarts and climbs that are parts of their own are on purpose.
 */
export const rises: Rule = {
  code: "AN007",
  title: "the rate rises unexpectedly",
  find(subject) {
    return subject.segments.flatMap((segment): readonly Told[] => {
      const { plan, fields, origin, start, end, path, inside, followed } = segment;
      const [from, to] = subject.levels(segment);
      const last = Math.min(subject.updates ?? Number.NaN, end) - 1;
      const told = (path: string, step: number, text: string, mend: string): readonly Told[] => [
        { severity: "warning", path, step, text, mend },
      ];
      if (plan.kind === "cosineWave") {
        const over = fields.over as number;
        const bottom = origin + over;
        const past = (last - bottom) / over;
        const risen = Math.sin((Math.PI / 2) * past) ** 2;
        if (!(from > to && past > 0 && past < 1 && risen > 0.001)) return [];
        const values = inside[0] ? "" : `, from ${format(subject.at(bottom))} to ${format(subject.at(last))}`;
        const text = `the cosine is at its lowest at step ${format(bottom)}, and rises again until step ${format(last)}${values}`;
        return told(
          path,
          Math.ceil(bottom),
          text,
          "let half a period take the whole run, or use cosine, which stays down",
        );
      }
      if (plan.kind === "piecewise" && !inside.includes("sum")) {
        const levels = [fields.from as number, ...(fields.to as number[])];
        const up = levels.findIndex(
          (level, i) =>
            level > (levels[i - 1] as number) &&
            levels.slice(0, i).some((one, j) => one > (levels[j + 1] as number) && j + 1 < i),
        );
        const at = origin + ((fields.at as number[])[up - 1] as number);
        if (up < 0 || !(at < subject.seen && at >= start)) return [];
        const text = `after it fell, the level rises from ${format(levels[up - 1] as number)} to ${format(levels[up] as number)} at step ${format(at)}`;
        return told(`${path}.to[${up - 1}]`, at, text, "give each milestone a lower level than the one before");
      }
      if (plan.kind === "exponential" && !followed && !inside.includes("clamp")) {
        const factor = fields.factor as number;
        const turns = (subject.seen - 1 - Math.max(origin, start)) / (fields.every as number);
        if (!(factor > 1 && from > to && (factor ** turns >= 2 || subject.updates === undefined))) return [];
        const grown =
          inside[0] || subject.updates === undefined ? "" : `: at the end of the run it is ${format(subject.at(last))}`;
        return told(
          path,
          start,
          `the factor ${format(factor)} is above 1, so that the rate grows without an end${grown}`,
          `a decay has a factor below 1, such as ${format(1 / factor)}`,
        );
      }
      return [];
    });
  },
};
