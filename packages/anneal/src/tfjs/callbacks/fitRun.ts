import { refuse } from "../../error.ts";
import type { Run } from "../../run.ts";
import type { Fit } from "./fit.ts";
import { waysToPass } from "./programInFit.ts";

/** What one step of a schedule is. */
export type Per = "update" | "epoch";

/** Where in training a fit begins, and the facts of all of that training. */
export interface FitRun {
  readonly position: number;
  readonly run: Run;
  /** The epoch that training is in; undefined when that cannot be told. */
  readonly first: number | undefined;
  /** Whether fit may begin with the epoch that it says. */
  readonly fits: boolean;
}

/**
 * Reads where a fit begins and what it knows of the run. A fit whose epochs count from 0 again goes on from where
 * training is; any other is to begin with the epoch that training is in, or with the next one.
 *
 * - `epoch`: the number of its first epoch.
 * - `given`: facts that the caller knows better.
 * - `before`: how many steps were done before; undefined for a new training.
 */
export function fitRun(fit: Fit, epoch: number, per: Per, given: Run, before?: number): FitRun {
  const { epochs, samples, batchSize } = fit.params;
  const perEpoch = per === "epoch";
  const samplesPerStep = perEpoch ? samples : batchSize;
  const stepsPerEpoch = perEpoch ? 1 : (given.stepsPerEpoch ?? fit.batchesPerEpoch);
  const run = { ...(samplesPerStep ? { samplesPerStep } : {}), ...given };
  if (stepsPerEpoch === undefined) {
    if (before === undefined && epoch > 0) {
      refuse("run.stepsPerEpoch", `a number, to begin at epoch ${epoch}${waysToPass("stepsPerEpoch")}`, stepsPerEpoch);
    }
    return { position: before ?? 0, run, first: undefined, fits: true };
  }
  const done = before ?? epoch * stepsPerEpoch;
  const [first, last] = [Math.floor(done / stepsPerEpoch), Math.ceil(done / stepsPerEpoch)];
  const anew = epoch === 0 && first > 0;
  const position = perEpoch ? (anew ? first : epoch) : done;
  const steps = (anew ? position : 0) + epochs * stepsPerEpoch;
  const fits = anew || epoch === first || epoch === last;
  return { position, run: { steps, stepsPerEpoch, ...run }, first, fits };
}
