import { format } from "../../format.ts";
import type { Rule, Told } from "../rule.ts";
import { horizonOf } from "./horizon.ts";

/** How near the two counts must be. */
const NEAR = 0.02;

/** What follows from it. */
const EXPLAINS = ["AN001", "AN002", "AN003", "AN004", "AN006", "AN007", "AN008"];

/**
 * Speaks when the number of processes or of micro-batches of an update is given, all times of the plan are plain
 * numbers, and its decay ends at the run's steps multiplied or divided by one of the two or by both, within 2 %.
 */
export const countedPerProcess: Rule = {
  code: "AN015",
  title: "steps are counted per process or per micro-batch",
  find(subject) {
    const { updates = Number.NaN, options } = subject;
    const { processes = 1, accumulate = 1 } = options;
    const horizon = processes > 1 || accumulate > 1 ? horizonOf(subject) : undefined;
    if (horizon?.by !== "decay") return [];
    const { steps, path } = horizon;
    const factors = [
      [accumulate, `micro-batches, ${accumulate} of which make an update`],
      [processes, `batches of all ${processes} processes`],
      [
        processes * accumulate,
        `micro-batches of all ${processes} processes, ${processes * accumulate} of which make an update`,
      ],
    ] as const;
    for (const [factor, what] of factors) {
      if (factor === 1) continue;
      const [longer, shorter] = [steps / (updates * factor), updates / (steps * factor)];
      const long = Math.abs(longer - 1) <= NEAR;
      if (!long && !(Math.abs(shorter - 1) <= NEAR)) continue;
      const told: Told = {
        explains: EXPLAINS,
        severity: "error",
        path,
        step: Math.min(steps, updates - 1),
        text: long
          ? `the decay takes ${format(steps)} steps and the run has ${format(updates)}, ${factor} times fewer: it counts ${what}, and ends after 1 / ${factor} of its way`
          : `the decay is over after ${format(steps)} of ${format(updates)} steps, 1 / ${factor} of the run: its steps were divided by ${factor} once too often (an update has ${what})`,
        mend: `count optimizer updates: let the plan take ${format(updates)} steps, or the "rest"`,
      };
      return [told];
    }
    return [];
  },
};
