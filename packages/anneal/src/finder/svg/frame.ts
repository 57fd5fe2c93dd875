import { linearScale, logScale, type Scale } from "../../svg/scale.ts";
import type { FinderResult } from "../result.ts";
import { smallest } from "../suggest/suggestion.ts";

/** Where everything in the picture is. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: Scale;
  readonly y: Scale;
}

/** Lays the picture out. */
export function frameOf({ rates, plan, runs, band, fit }: FinderResult): Frame {
  const [width, height, left, right, top, bottom] = [760, 520, 64, 736, 134, 430];
  const ends = [rates[0] ?? Number(plan.from), rates.at(-1) ?? Number(plan.to)] as const;
  const lowest = smallest(fit.losses);
  const shown = [fit.losses, band.low, band.high].flatMap((curve) => curve.slice(0, lowest + 1));
  const lowOf = (a: number, b: number) => Math.min(a, b);
  const highOf = (a: number, b: number) => Math.max(a, b);
  // A single high loss may be outside, for it would flatten the curves; a low one is as near as noise.
  const dots = runs.flatMap(({ losses }) => losses.slice(0, lowest + 1));
  const [low, high] = shown.length > 0 ? [[...shown, ...dots].reduce(lowOf), shown.reduce(highOf)] : [0, 1];
  // Nothing to see is drawn in the middle; numbers next to 0 could not be divided by.
  const room = 0.15 * Math.max(high - low || Math.abs(high), 1e-280);
  return {
    ...{ width, height, left, right, top, bottom },
    x: logScale(...ends, left, right),
    y: linearScale(low - room, high + room, bottom, top),
  };
}
