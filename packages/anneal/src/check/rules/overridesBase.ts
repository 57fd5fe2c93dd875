import { format } from "../../format.ts";
import { readPiece } from "../../piece.ts";
import type { Rule } from "../rule.ts";
import { isEndless } from "./falls.ts";

/** A one-cycle's peak is 25 times its start by convention; this is no convention any more. */
const FAR = 100;
/** A peak between two updates, or a decay that has begun, is this near. */
const NEAR = 0.02;

/**
 * Speaks when the optimizer's rate is known and above 0, and no level of the plan is relative to it nor any value of
 * the run within 2 % of it at the start or the peak, nor where one of its parts begins: the plan replaces it. A warning where it lies outside of all values of
 * the run, or below a hundredth of the peak; to be known where it lies between them.
 */
export const overridesBase: Rule = {
  code: "AN016",
  title: "the plan replaces the optimizer's rate",
  find(subject) {
    const { run, key, plan, pieces } = subject;
    const base = run.base ?? 0;
    if (key !== "lr" || !(base > 0) || pieces.length === 0 || isRelative(plan)) return [];
    // How far a cycle goes is not known before one is over.
    if (subject.updates === undefined && isEndless(subject)) return [];
    const { least, greatest } = subject.extremes;
    const same = (value: number): boolean => Math.abs(value - base) <= NEAR * base;
    // What the run is too short to come to is not what is wrong with its peak.
    const begins = pieces.some((one) => same(readPiece(one, one.start)));
    if (same(greatest) || same(subject.at(0)) || begins) return [];
    const between = least <= base && base <= greatest && greatest <= FAR * base;
    return [
      {
        severity: between ? "info" : "warning",
        path: "",
        text: `the optimizer's rate ${format(base)} is never used: all levels of the plan are absolute, from ${format(least)} to ${format(greatest)}`,
        mend: `give levels as shares of it, such as "1x", or set the optimizer's rate to ${format(greatest)}`,
      },
    ];
  },
};

/** Whether something in it is relative to the base rate, or is the function of the user's. */
function isRelative(plan: unknown): boolean {
  if (typeof plan === "string") return /^[\d.eE+-]+x$/.test(plan);
  if (typeof plan !== "object" || plan === null) return false;
  return (plan as { kind?: unknown }).kind === "custom" || Object.values(plan).some(isRelative);
}
