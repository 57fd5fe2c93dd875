import type { BatchRamp, BatchSize } from "./consumed.ts";
import type { Problems } from "./error.ts";
import { type Fields, isObject, readFields } from "./field.ts";
import { freeze } from "./freeze.ts";
import type { Functions } from "./kind.ts";

/**
 * The facts a plan is read against; a plan needs only those that its units name.
 *
 * - `steps`: optimizer updates in the whole run, above 0; for `"6%"` and `"rest"`.
 * - `stepsPerEpoch`: optimizer updates in one epoch, above 0; for `"5 epochs"`. To step once per epoch, it is 1.
 * - `base`: the base rate, from 0; for `"0.1x"`. A Scheduler takes it from each param group instead.
 * - `samplesPerStep`, `tokensPerStep`: how much one update consumes, above 0; for `"1e6 samples"`, `"1e9 tokens"` and
 *   plans on such a clock. While the batch size is ramped up it is `{ from, at, to }`: `from` at first, then `to[i]` from
 *   update `at[i]` on; times in samples or tokens then stand inside of a `clock` only, since how many updates they take
 *   depends on when they begin.
 */
export interface Run {
  readonly steps?: number;
  readonly stepsPerEpoch?: number;
  readonly base?: number;
  readonly samplesPerStep?: BatchSize;
  readonly tokensPerStep?: BatchSize;
}

const POSITIVE = { type: "number", above: 0, default: undefined } as const;

const RAMP: Fields<BatchRamp> = {
  from: { type: "number", above: 0 },
  at: { type: "number", above: 0, list: true, increasing: true },
  to: { type: "number", above: 0, list: true, as: "at" },
};

/** The table that a run is checked by. */
export const runFields: Fields<Run> = {
  steps: POSITIVE,
  stepsPerEpoch: POSITIVE,
  base: { type: "number", default: undefined },
  samplesPerStep: { ...POSITIVE, fields: RAMP },
  tokensPerStep: { ...POSITIVE, fields: RAMP },
};

/** The functions that options have; what is no options is no functions either. */
export function functionsOf(
  options: { readonly functions?: Functions } | undefined = {},
  problems: Problems,
): Functions {
  const { functions = {} } = isObject(options) ? options : { functions: options as Functions };
  if (!isObject(functions)) problems.add("options.functions", "an object", functions);
  return functions as Functions;
}

/** Checks a run and returns a frozen copy, of use when no problem was reported. */
export function readRun(run: Run | undefined = {}, problems: Problems): Run {
  readFields({ problems }, runFields, run, "run");
  return problems.issues[0] ? (undefined as unknown as Run) : freeze({ ...run });
}
