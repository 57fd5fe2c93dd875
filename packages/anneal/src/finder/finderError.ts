import { PlanError } from "../error.ts";
import type { FinderResult } from "./result.ts";

/** What went wrong in which of the caller's functions. */
export interface Fault {
  readonly path: string;
  readonly expected: string;
  readonly received: string;
  /** What it threw. */
  readonly cause?: unknown;
}

/**
 * The error of a search that was broken off: one of the caller's functions threw, a loss was no number, or `restore` did
 * not restore. The path of an issue names the function, `cause` is what it threw, and `result` has what was recorded
 * and whether everything is as it was before.
 *
 * @example
 * ```ts
 * import { type FinderError, findLearningRate } from "anneal/finder";
 * const step = () => {
 *   throw new Error("out of memory");
 * };
 * const error: FinderError = await findLearningRate({ step, snapshot: () => 0, restore() {} }).catch((error) => error);
 * error.message; // => "step: expected a loss, received Error: out of memory"
 * error.result.restored.same; // => true
 * ```
 */
export class FinderError extends PlanError {
  /** The search as far as it went. */
  readonly result: FinderResult;

  constructor(faults: readonly Fault[], result: FinderResult) {
    super(faults);
    this.cause = faults.find(({ cause }) => cause !== undefined)?.cause;
    this.result = result;
  }
}
