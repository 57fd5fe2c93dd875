import { format } from "../../format.ts";
import type { Rule } from "../rule.ts";
import { horizonOf } from "./horizon.ts";

/** How near to a whole run a decay's end must be, and in which part of it a last milestone. */
const NEAR = 0.1;
const MILESTONES = [0.4, 1] as const;

/** What follows from it. */
const EXPLAINS = ["AN001", "AN002", "AN003", "AN004", "AN006", "AN007", "AN008"];

/**
 * Speaks when the run says its steps and those of an epoch (3 at least, and 2 epochs), all times of the plan are plain
 * numbers, and they fit the run in the other unit: its decay ends within 10 % of the number of epochs in a run of
 * updates, or its last milestone is in the last 60 % of them; or the same of the updates in a run that counts epochs.
 * Where a step is known to be an epoch, only the latter.
 */
export const epochsAsUpdates: Rule = {
  code: "AN014",
  title: "epochs are counted as updates, or updates as epochs",
  find(subject) {
    const { run, updates = Number.NaN, options } = subject;
    const each = run.stepsPerEpoch ?? 1;
    const horizon = each >= 3 ? horizonOf(subject) : undefined;
    if (!horizon) return [];
    const { steps, by, path } = horizon;
    const fits = (size: number): boolean =>
      by === "decay"
        ? Math.abs(steps / size - 1) <= NEAR
        : steps >= Math.max(2, MILESTONES[0] * size) && steps <= MILESTONES[1] * size;
    const epochs = updates / each;
    // A run may end within an epoch.
    const count = (of: number): string => format(Number.isInteger(of) ? of : Number(of.toPrecision(4)));
    const what = by === "decay" ? "decay ends" : "last milestone is";
    // What is stepped once an epoch may count epochs.
    if (options.unit !== "epoch" && epochs >= 2 && fits(epochs)) {
      return [
        {
          explains: EXPLAINS,
          severity: "error",
          path,
          step: steps,
          text: `the ${what} at step ${count(steps)} of ${count(updates)}, and the run has ${count(epochs)} epochs of ${count(each)} updates: the plan counts epochs, and would be stepped every update`,
          mend: `write its times as epochs, such as "${count(steps)} epochs", or step once per epoch`,
        },
      ];
    }
    if (!(updates >= 2 && fits(updates * each))) return [];
    return [
      {
        explains: EXPLAINS,
        severity: "error",
        path,
        step: updates - 1,
        text: `the ${what} at step ${count(steps)} of a run of ${count(updates)}, which is ${count(updates)} epochs of ${count(each)} updates: the plan counts updates, and would be stepped once per epoch`,
        mend: `step every update (run.steps: ${count(updates * each)}), or divide its times by ${count(each)}`,
      },
    ];
  },
};
