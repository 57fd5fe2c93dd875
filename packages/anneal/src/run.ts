import type { Problems } from "./error.ts";
import { type Fields, readFields } from "./field.ts";

/**
 * The facts a plan is read against; a plan needs only those that its units name.
 *
 * - `steps`: optimizer updates in the whole run, above 0; for `"6%"` and `"rest"`.
 * - `stepsPerEpoch`: optimizer updates in one epoch, above 0; for `"5 epochs"`. To step once per epoch, it is 1.
 * - `base`: the base rate, from 0; for `"0.1x"`. A Scheduler takes it from each param group instead.
 * - `samplesPerStep`, `tokensPerStep`: how much one update consumes, above 0; for `"1e6 samples"`, `"1e9 tokens"`.
 */
export interface Run {
  readonly steps?: number;
  readonly stepsPerEpoch?: number;
  readonly base?: number;
  readonly samplesPerStep?: number;
  readonly tokensPerStep?: number;
}

const POSITIVE = { type: "number", positive: true, default: undefined } as const;

/** The table that a run is checked by. */
export const runFields: Fields<Run> = {
  steps: POSITIVE,
  stepsPerEpoch: POSITIVE,
  base: { type: "number", default: undefined },
  samplesPerStep: POSITIVE,
  tokensPerStep: POSITIVE,
};

/** Checks a run and returns a frozen copy. */
export function readRun(run: Run | undefined, problems: Problems): Run {
  readFields({ problems }, runFields, run ?? {}, "run");
  return Object.freeze({ ...run });
}
