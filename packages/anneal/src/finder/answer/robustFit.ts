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
  const logs = Float64Array.from(rates, Math.log);
  const log = (i: number) => logs[i] as number;
  const losses: number[] = [];
  const slopes: number[] = [];
  const window = new Float64Array(ramps.length * points);
  for (let i = 0; i < points; i++) {
    const first = Math.max(i - reach, 0);
    // A window that were cut off at the lowest rates would have steep slopes from few losses.
    const end = Math.min(Math.max(i, reach) + reach + 1, points);
    const lag = Math.max(Math.floor((end - first) / 2), 1);
    let count = 0;
    for (const ramp of ramps) {
      for (let k = first; k + lag < Math.min(end, ramp.length); k++) {
        const run = log(k + lag) - log(k);
        // Rates that are nearly the same may be the same when rounded.
        if (run > 0) window[count++] = ((ramp[k + lag] as number) - (ramp[k] as number)) / run;
      }
    }
    const slope = count > 0 ? median(window.subarray(0, count)) : 0;
    count = 0;
    for (const ramp of ramps) {
      for (let k = first; k < Math.min(end, ramp.length); k++) {
        window[count++] = (ramp[k] as number) - slope * (log(k) - log(i));
      }
    }
    slopes.push(slope);
    losses.push(median(window.subarray(0, count)));
  }
  return { losses, slopes };
}
