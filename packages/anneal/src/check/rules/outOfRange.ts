import { format } from "../../format.ts";
import type { Rule } from "../rule.ts";

/** The hyperparameters that are shares of what was before, and must be below 1. */
const BELOW_1 = /^(momentum|beta[123]?|rho|emaDecay|dropout)$/;

/** Speaks when a momentum, a β, ρ, the decay of an average or a dropout is 1 or more on an update of the run. */
export const outOfRange: Rule = {
  code: "AN012",
  title: "a momentum or β is 1 or more",
  find(subject) {
    if (!BELOW_1.test(subject.key) || subject.pieces.length === 0) return [];
    const { greatest, greatestAt } = subject.extremes;
    if (!(greatest >= 1)) return [];
    return [
      {
        severity: "error",
        path: "",
        step: greatestAt,
        text: `${subject.key} is ${format(greatest)} at step ${greatestAt}: nothing is forgotten any more, and the average diverges`,
        mend: `keep ${subject.key} below 1 at every step`,
      },
    ];
  },
};
