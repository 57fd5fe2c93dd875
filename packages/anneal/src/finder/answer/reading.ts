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
  /** Whether the loss clearly falls, and that stretch is a true part of the fall: chance makes short ones. */
  readonly clear: boolean;
}

/** By how many standard errors a loss must fall or rise to count: the fit of a flat curve wanders by up to nine of them. */
export const CLEAR = 10;

/** The stretch has at least so much of the whole fall, and the highest of its rates is so many times the lowest. */
const [SHARE, FACTOR] = [0.3, 1.5] as const;

/** Fits a curve through the losses of some ramps, and reads it: with this reach or, where noise hides the fall, a wider one. */
export function read(rates: readonly number[], ramps: readonly (readonly number[])[], reach: number): Reading {
  const finest = readAt(rates, ramps, reach);
  for (const wider of [2 * reach, 4 * reach]) {
    // A window of more than three fifths of all points would follow no bend.
    if (finest.clear || wider > 0.3 * finest.fit.losses.length) break;
    const reading = readAt(rates, ramps, wider);
    if (reading.clear) return reading;
  }
  return finest;
}

function readAt(rates: readonly number[], ramps: readonly (readonly number[])[], reach: number): Reading {
  const most = ramps.map((ramp) => ramp.length).sort((a, b) => b - a);
  // As far as at least half of them got.
  const points = most[Math.ceil(most.length / 2) - 1] ?? 0;
  const fit = robustFit(rates, ramps, points, reach);
  if (points === 0) return { fit, bottom: 0, from: 0, to: 0, fall: 0, rise: 0, clear: false };
  const loss = (i: number) => fit.losses[i] as number;
  const error = standardError(ramps, fit.losses, reach);
  const end = brokenFrom(fit.losses, CLEAR * error);
  const bottom = least([...fit.losses.keys()].slice(0, end), loss);
  const top = least([...Array(bottom + 1).keys()], (i) => -loss(i));
  const [from, to] = stretch(fit, top, bottom);
  const rise = Math.max(...fit.losses.slice(bottom)) - loss(bottom);
  const fall = loss(top) - loss(bottom);
  // The lowest rates have one window together, whose slope is one piece of evidence, not many.
  const wide = to - Math.max(from, reach) >= reach / 2 && (rates[to] as number) >= FACTOR * (rates[from] as number);
  const clear = fall > CLEAR * error && wide && loss(from) - loss(to) >= SHARE * fall;
  return { fit, bottom, from, to, fall: fall / error, rise: rise / error, clear };
}

/** Where between two points the loss falls at least half as fast as where it falls fastest: of several, the greatest fall. */
function stretch({ losses, slopes }: RobustFit, top: number, bottom: number): readonly [from: number, to: number] {
  const slope = (i: number) => slopes[i] as number;
  const fallen = (from: number, to: number) => (losses[from] as number) - (losses[to] as number);
  const half = slopes.slice(top, bottom + 1).reduce((a, b) => Math.min(a, b)) / 2;
  let best: readonly [number, number] | undefined;
  for (let from = top; from <= bottom; from++) {
    let to = from;
    while (to < bottom && slope(from) <= half && slope(to + 1) <= half) to++;
    if (slope(from) <= half && !(best && fallen(...best) >= fallen(from, to))) best = [from, to];
    from = to;
  }
  return best ?? [top, top];
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
