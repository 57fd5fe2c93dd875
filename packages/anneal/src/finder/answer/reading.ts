import { median } from "../quantile.ts";
import { type RobustFit, robustFit } from "./robustFit.ts";

/** What a fitted curve says: places on it are indexes into the rates. */
export interface Reading {
  readonly fit: RobustFit;
  /** The lowest loss. */
  readonly bottom: number;
  /** Where the stretch begins on which the loss falls at least half as fast as where it falls fastest. */
  readonly from: number;
  /** Where that stretch ends. */
  readonly to: number;
  /** By how many standard errors of the fit the loss falls, and by how many it rises again. */
  readonly fall: number;
  readonly rise: number;
}

/** By how many standard errors a loss must fall or rise to count: the fit of a flat curve wanders by up to nine of them. */
export const CLEAR = 10;

/** Fits a curve through the losses of some ramps, and reads it. `reach` is that of the fit. */
export function read(rates: readonly number[], ramps: readonly (readonly number[])[], reach: number): Reading {
  const most = ramps.map((ramp) => ramp.length).sort((a, b) => b - a);
  // As far as at least half of them got.
  const points = most[Math.ceil(most.length / 2) - 1] ?? 0;
  const fit = robustFit(rates, ramps, points, reach);
  if (points === 0) return { fit, bottom: 0, from: 0, to: 0, fall: 0, rise: 0 };
  const loss = (i: number) => fit.losses[i] as number;
  const slope = (i: number) => fit.slopes[i] as number;
  const error = standardError(ramps, fit.losses, reach);
  const end = brokenFrom(fit.losses, CLEAR * error);
  const bottom = least([...fit.losses.keys()].slice(0, end), loss);
  const top = least([...Array(bottom + 1).keys()], (i) => -loss(i));
  const steepest = least([...fit.slopes.keys()].slice(top, bottom + 1), slope);
  let [from, to] = [steepest, steepest];
  while (from > top && slope(from - 1) <= slope(steepest) / 2) from--;
  while (to < bottom && slope(to + 1) <= slope(steepest) / 2) to++;
  const rise = Math.max(...fit.losses.slice(bottom)) - loss(bottom);
  return { fit, bottom, from, to, fall: (loss(top) - loss(bottom)) / error, rise: rise / error };
}

/** How far the fit may be off: from how the losses lie around it, and how many there are in its window. */
function standardError(ramps: readonly (readonly number[])[], losses: readonly number[], reach: number): number {
  const bottom = least([...losses.keys()], (i) => losses[i] as number);
  const off = ramps.flatMap((ramp) =>
    ramp.slice(0, bottom + 1).map((loss, i) => Math.abs(loss - (losses[i] as number))),
  );
  // The median distance as a standard deviation, and the median's own efficiency.
  const error = (1.4826 * 1.25 * median(off)) / Math.sqrt(ramps.length * (2 * reach + 1));
  return Math.max(error, 1e-7 * Math.abs(losses[0] as number), 1e-140);
}

/** Where the loss, having fallen, is higher than it began: what it does from there on is not training. */
function brokenFrom(losses: readonly number[], clear: number): number {
  const start = losses[0] as number;
  const fallen = losses.findIndex((loss) => loss < start - clear);
  const broken = losses.findIndex((loss, i) => fallen >= 0 && i > fallen && loss > start + clear);
  return broken < 0 ? losses.length : broken;
}

/** The first index with the smallest value. */
function least(indexes: readonly number[], value: (i: number) => number): number {
  return indexes.reduce((best, i) => (value(i) < value(best) ? i : best), indexes[0] as number);
}
