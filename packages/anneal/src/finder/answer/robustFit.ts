import { median } from "../quantile.ts";

/** A smooth curve through the losses of several ramps, and how steep it is. */
export interface RobustFit {
  /** The loss at each rate. */
  readonly losses: readonly number[];
  /** d(loss) / d(ln rate) at each rate. */
  readonly slopes: readonly number[];
}

/**
 * Fits a straight line over the logarithm of the rate around each point, by Theil's incomplete method: its slope is the
 * median of the slopes between points half a window apart, its height the median of the heights that this slope leaves.
 * Up to a quarter of a window may be outliers, such as a spike of one bad batch. Ramps of several seeds have their
 * slopes taken each for itself and the median over all of them, so that one that lies higher does not tilt the line.
 * The window reaches `reach` points to each side, so that the curve does not lag behind the losses as a moving average
 * does; it is as wide at the lowest rates, and as far as there are points at the highest ones.
 */
export function robustFit(
  rates: readonly number[],
  ramps: readonly (readonly number[])[],
  points: number,
  reach: number,
): RobustFit {
  const logs = rates.map(Math.log);
  const log = (i: number) => logs[i] as number;
  const losses: number[] = [];
  const slopes: number[] = [];
  for (let i = 0; i < points; i++) {
    const first = Math.max(i - reach, 0);
    // A window that were cut off at the lowest rates would have steep slopes from few losses.
    const end = Math.min(Math.max(i, reach) + reach + 1, points);
    const lag = Math.max(Math.floor((end - first) / 2), 1);
    const rises: number[] = [];
    for (const ramp of ramps) {
      for (let k = first; k + lag < Math.min(end, ramp.length); k++) {
        const run = log(k + lag) - log(k);
        // Rates that are nearly the same may be the same when rounded.
        if (run > 0) rises.push(((ramp[k + lag] as number) - (ramp[k] as number)) / run);
      }
    }
    const slope = rises.length > 0 ? median(rises) : 0;
    slopes.push(slope);
    losses.push(
      median(ramps.flatMap((ramp) => ramp.slice(first, end).map((l, k) => l - slope * (log(first + k) - log(i))))),
    );
  }
  return { losses, slopes };
}
