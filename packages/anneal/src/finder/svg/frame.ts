import type { FinderResult } from "../result.ts";
import { linearScale, logScale, type Scale } from "./scale.ts";

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
export function frameOf({ rates, plan, band, fit }: FinderResult): Frame {
  const [width, height, left, right, top, bottom] = [760, 520, 64, 736, 134, 430];
  const ends = [rates[0] ?? Number(plan.from), rates.at(-1) ?? Number(plan.to)] as const;
  const lowest = fit.losses.indexOf(Math.min(...fit.losses));
  const shown = [fit.losses, band.low, band.high].flatMap((curve) => curve.slice(0, lowest + 1));
  const [low, high] = shown.length > 0 ? [Math.min(...shown), Math.max(...shown)] : [0, 1];
  // Nothing to see is drawn in the middle; numbers next to 0 could not be divided by.
  const room = 0.15 * Math.max(high - low || Math.abs(high), 1e-280);
  return {
    ...{ width, height, left, right, top, bottom },
    x: logScale(...ends, left, right),
    y: linearScale(low - room, high + room, bottom, top),
  };
}
