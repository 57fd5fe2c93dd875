import { format } from "../../format.ts";
import type { Rule } from "../rule.ts";
import { percent } from "../subject.ts";
import { falls, waves } from "./falls.ts";

/** How much of a decay the run may leave out. */
const LEFT = 0.1;
/** So many steps are a convention of counting. */
const FEW = 2;

/** What follows from it. */
const EXPLAINS = ["AN004"];

/**
 * Speaks when a ramp that goes down, or a cosine wave before its first trough, has begun and the run ends before the last tenth of it, and more than two steps
 * before its end, while it is still more than a twentieth of its height above its floor.
 */
export const cutOff: Rule = {
  code: "AN003",
  title: "the decay ends after the run",
  find(subject) {
    const { updates = 1 / 0 } = subject;
    return [...falls(subject), ...waves(subject)].flatMap((segment) => {
      const { start, natural, path, inside } = segment;
      const left = (natural - updates) / (natural - start);
      if (!(left > LEFT && start < updates && natural - updates > FEW)) return [];
      const [from, to] = subject.levels(segment);
      const value = subject.at(updates - 1);
      const plain = inside.length === 0;
      if (plain && (value - to) / (from - to) <= 0.05) return [];
      const where = plain ? `: it ends at ${format(value)} instead of ${format(to)}` : "";
      return {
        explains: EXPLAINS,
        severity: "warning" as const,
        path,
        step: updates - 1,
        text: `the decay ends at ${subject.count(natural)} and the run at ${subject.count(updates)}, with ${percent(left)} of the decay undone${where}`,
        mend: `let it take the "rest" of the run, or make the run longer`,
      };
    });
  },
};
